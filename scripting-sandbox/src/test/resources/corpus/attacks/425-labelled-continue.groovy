// [cpu] an inner loop that jumps to the outer one | must be stopped at run with a limit error
int n = 0
outer: while (true) { while (true) { continue outer } }
