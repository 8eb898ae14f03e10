/** Reads dumps of Java heaps, and tells who keeps how much alive. */
@NullMarked
package kith.bench.heap;

import org.jspecify.annotations.NullMarked;
