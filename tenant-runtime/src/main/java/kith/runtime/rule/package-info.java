/** Rules of a catalog run over the records of a write. */
@NullMarked
package kith.runtime.rule;

import org.jspecify.annotations.NullMarked;
