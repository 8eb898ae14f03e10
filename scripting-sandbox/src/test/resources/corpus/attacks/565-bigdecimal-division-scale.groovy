// [cpu] divisions whose scale grows | must be stopped at run with a limit error
BigDecimal x = 1
while (true) { x = x / 3.0000001 + 0.0000001 }
