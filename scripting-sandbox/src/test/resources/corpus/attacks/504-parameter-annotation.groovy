// [compile-time] an annotation on the parameter of a closure | must be rejected at compile
def f = { @groovy.transform.ASTTest(value = { 1 }) x -> x }
return f(1)
