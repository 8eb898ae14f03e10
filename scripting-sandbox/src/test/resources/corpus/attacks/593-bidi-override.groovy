// [unicode] a character that reverses what follows on the screen | must be rejected at compile
def a = 'x' //‮ }
return a
