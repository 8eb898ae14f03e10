// [classes] a constant of an enum with a body | must be rejected at compile
enum E { A { def x = System.exit(1) } }
return E.A
