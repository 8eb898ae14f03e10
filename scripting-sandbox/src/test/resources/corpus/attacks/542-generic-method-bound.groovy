// [classes] a method whose type parameter is bounded by a class of the host | must be rejected at compile
def <T extends ClassLoader> T f(T t) { t }
return f(null)
