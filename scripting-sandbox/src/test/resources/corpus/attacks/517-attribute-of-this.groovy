// [reflection] the field behind a property of the rule itself | must be rejected at compile
return this.@record
