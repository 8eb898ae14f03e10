/** Expressions as SQL that gives what they give in memory, to the last digit. */
@NullMarked
package kith.runtime.expression;

import org.jspecify.annotations.NullMarked;
