// [compile-time] a type-checker extension named on a method of the rule | must be rejected at compile
@groovy.transform.CompileStatic(extensions = ['evil.groovy'])
def f() { 1 }
return f()
