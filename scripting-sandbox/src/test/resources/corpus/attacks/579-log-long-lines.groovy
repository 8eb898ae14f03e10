// [memory] lines of the log that are very long | must be stopped at run with a limit error
while (true) { log.info('x' * 100000) }
