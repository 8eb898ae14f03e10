// [cpu] entries of keys of one hash in a set | must be stopped at run with a limit error
def s = [] as Set
def two = ['Aa', 'BB']
def keys = ['']
while (keys.size() < 60000) { keys = keys.collectMany { k -> two.collect { k + it } } }
for (k in keys) { s << [(k): 1].entrySet().first() }
return s.size()
