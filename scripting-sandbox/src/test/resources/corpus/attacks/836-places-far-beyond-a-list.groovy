// [memory] elements of a list at a huge range of places | must be stopped at run with a limit error
return [1][0..2000000000]
