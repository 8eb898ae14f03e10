// [memory] a text that is built up by each element of itself | must be stopped at run with a limit error
def s = 'ab'
while (true) { s = s.replaceAll('a', 'aab') + s }
