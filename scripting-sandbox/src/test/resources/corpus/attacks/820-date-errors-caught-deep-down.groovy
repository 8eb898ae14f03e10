// [memory] errors of dates caught without end, deep down | must be stopped at run with a limit error
def deep(int n) { if (n > 0) { return deep(n - 1) }
  while (true) { try { LocalDate.parse('x') } catch (Exception e) { } } }
deep(90)
