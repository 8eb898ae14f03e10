// [exceptions] reads the stack of the host from an exception | must be rejected at compile
try { record.description.length() } catch (Exception e) { return e.stackTrace }
