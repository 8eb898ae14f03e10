// [compile-time] a static method under the name of a harmless function | must be rejected at compile
import static java.lang.System.exit as today2
today2(1)
