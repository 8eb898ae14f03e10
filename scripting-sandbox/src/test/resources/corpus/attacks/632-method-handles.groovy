// [api] looks up a method handle | must be rejected at compile
java.lang.invoke.MethodHandles.lookup()
