// [coercion] a cast in the default of an argument | must be rejected at compile
def f(File x = ['/etc/passwd']) { x }
return f()
