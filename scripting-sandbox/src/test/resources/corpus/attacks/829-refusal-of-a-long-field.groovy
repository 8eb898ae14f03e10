// [memory] one error whose field has a long name | must be answered within a second
throw new RuleError('x' * 1000000, 'm')
