/** Keeps fields that are summed up from other records right while these are written. */
@NullMarked
package kith.runtime.rollup;

import org.jspecify.annotations.NullMarked;
