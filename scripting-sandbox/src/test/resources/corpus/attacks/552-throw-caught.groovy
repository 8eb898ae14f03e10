// [exceptions] throws a caught exception of the host on | must be rejected at compile
try { record.description.length() } catch (Exception e) { throw e }
