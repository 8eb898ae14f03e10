// [memory] errors on every record without end | per batch | must be stopped at run with a limit error
while (true) { records.each { it.addError('name', 'x' * 1000) } }
