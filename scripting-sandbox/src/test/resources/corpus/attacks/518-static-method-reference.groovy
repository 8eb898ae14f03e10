// [reflection] a static method as a value | must be rejected at compile
def f = Integer::parseInt
return f('1')
