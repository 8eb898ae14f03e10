// [classes] a static field by a modifier | must be rejected at compile
static int seen = 0
return ++seen
