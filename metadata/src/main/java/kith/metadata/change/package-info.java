/** Change sets: what is asked for, what it would do, and what stands in its way. */
@NullMarked
package kith.metadata.change;

import org.jspecify.annotations.NullMarked;
