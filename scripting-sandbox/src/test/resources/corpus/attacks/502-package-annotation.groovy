// [compile-time] an annotation on the package, which the compiler visits before the class | must be rejected at compile
@groovy.transform.ASTTest(value = { System.exit(1) })
package evil
return 1
