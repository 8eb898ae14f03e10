// [cpu] backtracking that never looks at a character | must be stopped at run with a limit error
return '' ==~ ('(|)' * 40 + 'x')
