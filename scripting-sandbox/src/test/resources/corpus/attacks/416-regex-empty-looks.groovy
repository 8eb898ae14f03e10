// [cpu] alternatives of look-arounds and boundaries | must be stopped at run with a limit error
return '' ==~ ('(?:(?=)|(?!x)|\\z)' * 25 + 'x')
