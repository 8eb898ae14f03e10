// [cpu] finally calls again what ran out of depth | must be stopped at run with a limit error
def f(int n) { try { f(n + 1) } finally { f(n + 1) } }
f(0)
