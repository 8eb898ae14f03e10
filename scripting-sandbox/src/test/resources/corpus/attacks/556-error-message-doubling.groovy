// [exceptions] messages that are doubled from catch to throw | must be stopped at run with a limit error
def m = 'x'
while (true) {
  try { throw new RuleError(m + m) } catch (Exception e) { m = e.message }
}
