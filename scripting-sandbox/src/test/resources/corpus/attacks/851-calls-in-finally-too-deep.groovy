// [exceptions] a limit of depth followed by calls in finally | must be stopped at run with a limit error
def f(int n) { try { f(n + 1) } finally { f(n + 1) } }
f(0)
