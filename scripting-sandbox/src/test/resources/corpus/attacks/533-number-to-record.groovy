// [coercion] a value as a record | must be rejected at compile
def t = 5 as Task
return t.name
