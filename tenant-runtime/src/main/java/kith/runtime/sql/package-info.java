/** SQL built from text, identifiers and binds, and the connections it runs on. */
@NullMarked
package kith.runtime.sql;

import org.jspecify.annotations.NullMarked;
