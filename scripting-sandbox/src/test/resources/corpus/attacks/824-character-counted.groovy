// [cpu] a character counted in a long text of it | must be stopped at run with a limit error
def t = 'a' * 1000000
while (true) { t.count('a') }
