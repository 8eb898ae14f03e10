// [classes] a method that holds a lock | must be rejected at compile
synchronized def f() { while (true) {} }
return f()
