// [memory] keys that grow by each other | must be stopped at run with a limit error
def k = ['a']
while (true) { k = [(k): 1].keySet().first() + [(k): 2].keySet().first() }
