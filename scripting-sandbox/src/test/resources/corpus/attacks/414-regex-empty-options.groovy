// [cpu] optional groups of nothing before the end of the text | must be stopped at run with a limit error
return '' ==~ ('()?' * 60 + 'x')
