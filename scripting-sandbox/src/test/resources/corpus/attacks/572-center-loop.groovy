// [memory] a text that is centred wider and wider | must be stopped at run with a limit error
def s = 'x'
int n = 1
while (true) { n = n * 2; s = s.center(n) }
