// [cpu] two loops and a label | must be stopped at run with a limit error
outer:
while (true) { while (true) { continue outer } }
