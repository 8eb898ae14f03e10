// [compile-time] an annotation on a local variable | must be rejected at compile
@groovy.transform.ASTTest(phase = org.codehaus.groovy.control.CompilePhase.CONVERSION, value = { throw new Error() })
def x = 1
return x
