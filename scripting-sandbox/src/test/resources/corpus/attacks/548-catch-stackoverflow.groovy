// [exceptions] catches the overflow of the stack | must be rejected at compile
def f() { f() }
try { f() } catch (StackOverflowError e) { return 'survived' }
