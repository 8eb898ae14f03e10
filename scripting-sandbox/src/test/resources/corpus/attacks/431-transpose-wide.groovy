// [cpu] one list shared by many rows is copied for each column | must be stopped at run with a limit error
def row = (1..90000).toList()
def rows = []
for (i in 1..1000) { rows << row }
return rows.transpose().size()
