// [cpu] a quoted bracket hides groups | must be stopped at run with a limit error
return '[' ==~ ('\\Q[\\E' + '(|)' * 40 + 'x]')
