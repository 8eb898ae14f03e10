// [stack] two maps that hold each other, compared | must be stopped at run with a limit error
def a = [:]
def b = [:]
a.x = b
b.x = a
return a == b
