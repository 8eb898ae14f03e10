// [cpu] a text that holds a closure which is evaluated again and again | must be stopped at run with a limit error
def n = 0
def s = "${-> while (true) { n = n + 1 } }"
return s.toString()
