// [coercion] a map as an interface with closures for methods | must be rejected at compile
def r = [run: { 1 }] as Runnable
r.run()
