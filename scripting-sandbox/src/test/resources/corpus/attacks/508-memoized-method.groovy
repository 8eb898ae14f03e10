// [compile-time] a transform that adds a cache that outlives the run | must be rejected at compile
@groovy.transform.Memoized
def f(int n) { n }
return f(1)
