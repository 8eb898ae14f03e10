// [exceptions] swallows errors in a closure for ever | must be stopped at run with a limit error
def f = { try { throw new RuleError('x') } catch (Exception e) { } }
while (true) { f() }
