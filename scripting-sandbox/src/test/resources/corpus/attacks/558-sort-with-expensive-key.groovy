// [cpu] a sort whose key walks through a long list | must be stopped at run with a limit error
def l = (1..5000).toList()
return l.sort { a -> l.sum() }
