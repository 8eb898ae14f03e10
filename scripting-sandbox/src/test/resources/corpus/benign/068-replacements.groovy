// groups in the replacement of a pattern | must return a<1>b<22> aa$b aabc
return 'a1b22'.replaceAll(/(\d)(\d)?/, '<$1$2>') + ' ' + 'ab'.replaceAll('(?<x>a)', '${x}${x}\\$') + ' ' + 'abc'.replaceFirst('a', '$0$0')
