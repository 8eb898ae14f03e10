// [memory] matchers of many groups kept | must be stopped at run with a limit error
def p = ~('(a)' * 160)
def l = []
while (true) { l << ('' =~ p) }
