// [coercion] a value that pretends to be a record behind Object | must be rejected at compile
Object o = 'text'
def t = (Opportunity) o
return t.name
