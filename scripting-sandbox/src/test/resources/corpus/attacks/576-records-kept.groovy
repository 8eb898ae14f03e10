// [memory] all rows of all queries, grouped | must be stopped at run with a limit error
def kept = [:]
while (true) { kept[kept.size()] = crm.query('Task').groupBy { it.name } }
