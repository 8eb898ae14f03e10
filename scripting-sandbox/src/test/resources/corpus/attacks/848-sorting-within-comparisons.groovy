// [stack] sorting within comparisons | must be stopped at run with a limit error
def f(int n) { (1..40).toList().sort { a, b -> f(n + 1); a <=> b } }
f(0)
