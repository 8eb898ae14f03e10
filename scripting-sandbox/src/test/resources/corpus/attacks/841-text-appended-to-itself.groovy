// [memory] a text that grows by itself | must be stopped at run with a limit error
def b = new StringBuilder('a')
while (true) { b << b }
