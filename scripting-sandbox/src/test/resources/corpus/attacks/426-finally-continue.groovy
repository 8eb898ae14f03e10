// [cpu] a loop whose finally takes back every return | must be stopped at run with a limit error
while (true) { try { return 1 } finally { continue } }
