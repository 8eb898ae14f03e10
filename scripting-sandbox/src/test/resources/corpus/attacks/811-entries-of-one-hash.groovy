// [cpu] entries of one hash in a set | must be stopped at run with a limit error
def s = [] as Set
for (int i = 0; i < 90000; i++) { s << [a: i].entrySet().first() }
return s.size()
