// [memory] the text of a list within lists, doubled at each | must be stopped at run with a limit error
def l = ['x']
for (int i = 0; i < 25; i++) { l = [l, l] }
return "${l}".length()
