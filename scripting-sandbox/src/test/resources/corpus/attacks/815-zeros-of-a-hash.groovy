// [cpu] the hash of a number that is nearly all zeros | must be stopped at run with a limit error
BigDecimal x = new BigDecimal('1' + '0' * 99)
x = x * x * x * x
while (true) { x.hashCode() }
