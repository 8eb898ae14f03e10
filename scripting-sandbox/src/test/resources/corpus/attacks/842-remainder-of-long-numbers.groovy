// [cpu] what remains of a number of 400 digits divided by one of 400 decimals | must be stopped at run with a limit error
BigDecimal x = new BigDecimal('7e99')
x = x * x * x * x
BigDecimal y = new BigDecimal('3e-99')
y = y * y * y * y
while (true) { x % y }
