// [memory] numbers that grow by squaring | must be stopped at run with a limit error
BigDecimal x = 123456789.123456789
while (true) { x = x * x }
