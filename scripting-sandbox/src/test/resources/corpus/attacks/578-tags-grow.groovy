// [memory] a list in a field of the record that grows | must be stopped at run with a limit error
while (true) { record.tags = record.tags + record.tags }
