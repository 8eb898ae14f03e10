/**
 * Sends requests over many connections from one thread, so that little of the machine goes into it.
 */
@NullMarked
package kith.bench.load;

import org.jspecify.annotations.NullMarked;
