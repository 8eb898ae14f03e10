// [cpu] each record compared with each, without end | per batch | must be stopped at run with a limit error
while (true) { records.each { a -> records.each { b -> a.name <=> b.name } } }
