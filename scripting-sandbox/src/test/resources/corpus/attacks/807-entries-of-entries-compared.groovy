// [stack] entries whose values are entries, compared | must be stopped at run with a limit error
def chain() { def e = null; for (int i = 0; i < 50000; i++) { e = [a: e].entrySet().first() }; return e }
return chain() == chain()
