// [stack] sets of entries of sets of entries, compared | must be stopped at run with a limit error
def chain() { def s = [1] as Set; for (int i = 0; i < 5000; i++) { s = [a: s].entrySet() }; return s }
return chain() == chain()
