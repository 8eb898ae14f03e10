// [cpu] many looks behind side by side, each walking back without looking | must be stopped at run with a limit error
def p = '(?<!\\A.{0,999})' * 30 + 'y'
return ('x' * 100000) =~ p ? 1 : 2
