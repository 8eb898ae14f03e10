/** Keeps stored values of formulas right while the records are written that they read. */
@NullMarked
package kith.runtime.formula;

import org.jspecify.annotations.NullMarked;
