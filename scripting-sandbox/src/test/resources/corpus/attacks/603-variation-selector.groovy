// [unicode] a variation selector in a name | must be rejected at compile
def a️ = 1
return a️
