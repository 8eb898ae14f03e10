// [classes] an enum with a constructor that runs when it is loaded | must be rejected at compile
enum E { A; E() { while (true) {} } }
return E.A
