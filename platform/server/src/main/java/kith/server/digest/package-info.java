/** Digests that tell whether something is the same. */
@NullMarked
package kith.server.digest;

import org.jspecify.annotations.NullMarked;
