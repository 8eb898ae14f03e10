// [exceptions] catches everything by its type | must be rejected at compile
try { while (true) {} } catch (Throwable t) { return 'survived' }
