// [cpu] a for loop without any part | must be stopped at run with a limit error
for (;;) { }
