// closures that give texts of both kinds | must return other b a+xb yb
def label = { it == 'a' ? 'first' : "other ${it}" }
record.tags = ['a', 'b'].collect { it == 'a' ? it : "x${it}" }
record.description = label('b')
return [record.description, record.tags.join('+'), ['b'].collect { "y${it}" }.first()].join(' ')
