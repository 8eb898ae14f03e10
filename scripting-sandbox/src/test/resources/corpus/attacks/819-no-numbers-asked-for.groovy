// [memory] texts that are no numbers asked without end | must be stopped at run with a limit error
while (true) { 'x'.isNumber() }
