// [coercion] a list handed to a parameter that is made from it | must be rejected at compile
def f(File x) { x.name }
return f(['/etc'])
