// [classes] a switch as a value becomes a closure of made-up names | must be rejected at compile
def x = switch (record.stage) { case 'Won' -> 1; default -> 2 }
return x
