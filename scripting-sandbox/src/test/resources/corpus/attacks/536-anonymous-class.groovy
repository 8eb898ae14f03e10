// [classes] an anonymous class | must be rejected at compile
def o = new Object() { String toString() { while (true) {} } }
return "$o"
