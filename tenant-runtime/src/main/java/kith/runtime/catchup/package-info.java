/** Brings stored formulas up to date of which a write changed too many values to do so itself. */
@NullMarked
package kith.runtime.catchup;

import org.jspecify.annotations.NullMarked;
