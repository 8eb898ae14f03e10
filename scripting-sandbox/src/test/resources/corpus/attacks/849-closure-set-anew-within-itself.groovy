// [stack] a closure that is set anew within itself | must be stopped at run with a limit error
def f = { 1 }
f = { f = { f = { f = { f() }; f() }; f() }; f() }
return f()
