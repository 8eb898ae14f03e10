// [memory] a separator far out among the characters, again and again | must be stopped at run with a limit error
while (true) { 'a'.tokenize('鿿') }
