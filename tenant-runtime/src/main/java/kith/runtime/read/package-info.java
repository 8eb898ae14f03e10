/** Reads: from a request bound to the catalog, by a plan, to one SQL statement and its JSON. */
@NullMarked
package kith.runtime.read;

import org.jspecify.annotations.NullMarked;
