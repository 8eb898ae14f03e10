// [exceptions] names the class of an exception of the host | must be rejected at compile
try { 1.intdiv(0) } catch (Exception e) { return e.class.name }
