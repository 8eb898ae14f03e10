// [memory] errors kept in a list, deep down | must be stopped at run with a limit error
def deep(int n, List l) { if (n > 0) { return deep(n - 1, l) }
  while (true) { try { LocalDate.parse('x') } catch (Exception e) { l << e } } }
deep(90, [])
