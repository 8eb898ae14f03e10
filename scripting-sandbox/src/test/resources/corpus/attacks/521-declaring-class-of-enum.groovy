// [reflection] the declaring class of a constant | must be rejected at compile
return java.math.RoundingMode.HALF_UP.declaringClass
