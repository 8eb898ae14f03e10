// [cpu] the largest by what costs most | must be stopped at run with a limit error
def l = (1..99999).toList()
while (true) { l.max { l.indexOf(it) } }
