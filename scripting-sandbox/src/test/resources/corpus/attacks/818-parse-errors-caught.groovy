// [memory] errors of numbers caught without end | must be stopped at run with a limit error
while (true) { try { Integer.parseInt('x') } catch (Exception e) { } }
