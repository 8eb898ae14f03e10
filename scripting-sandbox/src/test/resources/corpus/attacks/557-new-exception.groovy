// [exceptions] makes an exception of the JDK | must be rejected at compile
throw new RuntimeException('x')
