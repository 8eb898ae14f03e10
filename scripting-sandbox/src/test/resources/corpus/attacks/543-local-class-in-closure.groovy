// [classes] a class within a closure | must be rejected at compile
def f = { class Hidden { def x = 1 }; new Hidden().x }
return f()
