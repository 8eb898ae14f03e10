// [cpu] sixteen characters that nearly are found everywhere | must be stopped at run with a limit error
def t = 'a' * 1000000
def p = 'a' * 15 + 'b'
while (true) { t.indexOf(p) }
