// [compile-time] a macro method that is expanded while compiling | must be rejected at compile
def e = macro { 1 + 1 }
return e
