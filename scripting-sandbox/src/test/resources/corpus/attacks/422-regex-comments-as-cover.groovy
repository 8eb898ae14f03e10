// [cpu] comments in a pattern hide groups | must fail with an error
return '' ==~ ('(?x)#[\n' + '(|)' * 40 + 'x')
