// [stack] a list that holds itself, as a key | must be stopped at run with a limit error
def l = []
l << l
return [(l): 1]
