/** What rules did, for those who want to know: the debug log of runs, and why a value is there. */
@NullMarked
package kith.runtime.trace;

import org.jspecify.annotations.NullMarked;
