// [cpu] a look ahead within a repeat that takes nothing | must be stopped at run with a limit error
return ('a' * 5000) ==~ /(?:(?=(a+))){1000}a*b/
