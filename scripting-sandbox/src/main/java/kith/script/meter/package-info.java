/** Counting what rules spend and stopping them where they spend too much. */
@NullMarked
package kith.script.meter;

import org.jspecify.annotations.NullMarked;
