// [cpu] zeros taken off a long number | must be stopped at run with a limit error
BigDecimal x = new BigDecimal('1' + '0' * 99)
x = x * x * x * x
while (true) { x.stripTrailingZeros() }
