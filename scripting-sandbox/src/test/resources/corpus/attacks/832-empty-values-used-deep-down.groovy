// [memory] empty values used without end, deep down | must be stopped at run with a limit error
def deep(int n, String s) { if (n > 0) { return deep(n - 1, s) }
  while (true) { try { s.length() } catch (Exception e) { } } }
deep(90, null)
