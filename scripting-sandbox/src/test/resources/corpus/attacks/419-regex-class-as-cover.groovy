// [cpu] a class of characters that is read to end late hides groups | must be stopped at run with a limit error
return '^' ==~ ('[^^]?' + '(|)' * 40 + 'x]')
