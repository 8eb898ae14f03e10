// [reflection] a quoted method name | must be rejected at compile
return 'x'.'getClass'()
