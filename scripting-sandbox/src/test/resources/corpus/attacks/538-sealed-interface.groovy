// [classes] a sealed interface with a class inside | must be rejected at compile
sealed interface S permits T {}
final class T implements S {}
return new T()
