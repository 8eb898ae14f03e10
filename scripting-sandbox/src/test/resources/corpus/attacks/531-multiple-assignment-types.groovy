// [coercion] casts in a multiple assignment | must be rejected at compile
def (File f, URL u) = [['/etc'], ['http://x']]
return f
