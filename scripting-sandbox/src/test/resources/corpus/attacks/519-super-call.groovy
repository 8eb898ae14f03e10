// [reflection] the method of the base class by super | must be rejected at compile
return super.run()
