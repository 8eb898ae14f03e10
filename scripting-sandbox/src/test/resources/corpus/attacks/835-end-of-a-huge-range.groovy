// [cpu] all but the last elements of a huge range | must be stopped at run with a limit error
return (1..2000000000).drop(1999999999)
