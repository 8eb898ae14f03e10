// [cpu] a default argument that calls again | must be rejected at compile
def f(n = f(1)) { n }
return f()
