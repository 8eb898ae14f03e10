// [stack] entries whose keys are entries, as the key of a map | must be stopped at run with a limit error
def e = 1
for (int i = 0; i < 50000; i++) { e = [(e): 1].entrySet().first() }
return e
