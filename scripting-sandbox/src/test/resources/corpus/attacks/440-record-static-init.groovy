// [classes] a record with a static initializer | must be rejected at compile
record Evil(int x) { static { System.exit(1) } }
return new Evil(1)
