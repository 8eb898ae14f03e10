// [coercion] a lambda as a functional interface of the JDK | must be rejected at compile
java.util.function.Supplier s = () -> 1
return s.get()
