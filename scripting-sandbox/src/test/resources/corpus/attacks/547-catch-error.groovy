// [exceptions] catches errors by their type | must be rejected at compile
try { while (true) {} } catch (Error e) { return 'survived' }
