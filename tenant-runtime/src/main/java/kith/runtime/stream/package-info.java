/** The tenant's stream of changes: ordered after the commit, read by position, kept for a while. */
@NullMarked
package kith.runtime.stream;

import org.jspecify.annotations.NullMarked;
