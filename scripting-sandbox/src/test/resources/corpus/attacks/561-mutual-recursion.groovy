// [cpu] two methods that call each other and branch | must be stopped at run with a limit error
int a(int n) { n == 0 ? 0 : b(n - 1) + b(n - 1) }
int b(int n) { n == 0 ? 1 : a(n - 1) + a(n - 1) }
return a(60)
