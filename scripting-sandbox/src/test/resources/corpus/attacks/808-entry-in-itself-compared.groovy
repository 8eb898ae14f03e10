// [stack] an entry whose list holds the entry, compared with another such | must be stopped at run with a limit error
def knot() { def l = []; def e = [a: l].entrySet().first(); l << e; return e }
return knot() == knot()
