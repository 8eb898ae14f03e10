// [coercion] a list of numbers into a list of texts | must fail with an error
List l = [1, 2]
Object h(Object o) { o }
record.tags = h(l) as List
