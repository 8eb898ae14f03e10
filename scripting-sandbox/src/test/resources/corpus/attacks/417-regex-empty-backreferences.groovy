// [cpu] references to groups that matched nothing | must be stopped at run with a limit error
return '' ==~ ('()' * 11 + '(?:\\11|\\11)' * 40 + 'x')
