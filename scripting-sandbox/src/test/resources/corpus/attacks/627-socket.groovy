// [api] opens a socket | must be rejected at compile
new Socket('localhost', 5432)
