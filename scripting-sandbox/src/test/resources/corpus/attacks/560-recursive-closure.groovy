// [cpu] a closure that calls itself through a variable | must be rejected at compile
def f
f = { n -> f(n + 1) }
return f(0)
