// [exceptions] returns in finally within a loop | must be stopped at run with a limit error
while (true) {
  try { def x = 'a' * 100 } finally { continue }
}
