// [cpu] an iterator of a huge range by hand | must be stopped at run with a limit error
def each = (1..2000000000).iterator()
while (each.hasNext()) { each.next() }
