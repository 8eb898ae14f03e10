// [classes] a method with a variable number of arguments makes an array | must be rejected at compile
def f(Object... xs) { xs.length }
return f(1, 2)
