// [cpu] a number of 397 digits, nearly all zeros, as a key again and again | must be stopped at run with a limit error
BigDecimal x = new BigDecimal('1' + '0' * 99)
x = x * x * x * x
def m = [:]
while (true) { m[x] = 1 }
