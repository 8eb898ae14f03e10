// [cpu] a chain of entries hashed again and again | must be stopped at run with a limit error
def e = 1
for (int i = 0; i < 30; i++) { e = [(e): 1].entrySet().first() }
def m = [:]
while (true) { m[e] = 1 }
