// [coercion] a closure as an interface of the JDK | must be rejected at compile
def c = { x, y -> 0 } as Comparator
return c.compare(1, 2)
