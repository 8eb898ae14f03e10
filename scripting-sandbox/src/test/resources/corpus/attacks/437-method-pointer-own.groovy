// [reflection] a pointer to a method of the rule itself | must be rejected at compile
def f() { 1 }
return this.&f
