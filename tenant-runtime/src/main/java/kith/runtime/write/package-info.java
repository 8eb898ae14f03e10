/** Writes: coerced, defaulted, ruled, validated and written as a set, in one transaction. */
@NullMarked
package kith.runtime.write;

import org.jspecify.annotations.NullMarked;
