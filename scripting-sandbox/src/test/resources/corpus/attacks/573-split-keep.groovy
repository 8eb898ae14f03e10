// [memory] all parts of all parts are kept | must be stopped at run with a limit error
def kept = []
def s = 'a,' * 10000
while (true) { kept << s.split(',') }
