// [memory] a list of texts joined with itself | must be stopped at run with a limit error
def l = ['abc', 'def']
while (true) { def j = l.join(',');  l = [j, j, j] }
