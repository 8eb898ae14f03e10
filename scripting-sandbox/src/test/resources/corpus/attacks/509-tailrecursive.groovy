// [compile-time] a transform that rewrites a call into a loop behind the bounds on loops | must be rejected at compile
@groovy.transform.TailRecursive
def f(int n) { f(n + 1) }
return f(1)
