// [memory] a field of the record as a place to keep what grows | must be stopped at run with a limit error
while (true) { record.name = record.name + record.name }
