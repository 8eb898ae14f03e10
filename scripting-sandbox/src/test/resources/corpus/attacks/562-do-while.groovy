// [cpu] a loop that tests at its end | must be stopped at run with a limit error
int i = 0
do { i = i + 1 } while (i > -1)
return i
