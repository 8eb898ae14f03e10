// [compile-bomb] a variable whose type is inferred anew in closures within closures | must be rejected at compile
def x = 1
[1].each { x = x ?: 'a'; [1].each { x = x ?: 'a'; [1].each { x = x ?: 'a'; [1].each { x = x ?: 'a'; [1].each { x = x ?: 'a'; [1].each { x = x ?: 'a'; [1].each { x = x ?: 'a'; [1].each { x = x ?: 'a'; }}}}}}}}
