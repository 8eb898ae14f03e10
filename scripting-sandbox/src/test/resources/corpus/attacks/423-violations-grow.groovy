// [memory] very many long reasons to refuse the record | must be stopped at run with a limit error
while (true) { record.addError('name', 'x' * 100000) }
