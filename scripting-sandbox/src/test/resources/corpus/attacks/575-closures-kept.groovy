// [memory] very many closures that keep what they saw | must be stopped at run with a limit error
def kept = []
while (true) { def big = 'x' * 1000; kept << { big } }
