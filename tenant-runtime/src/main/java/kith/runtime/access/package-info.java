/** Who calls, and what they may see and do. */
@NullMarked
package kith.runtime.access;

import org.jspecify.annotations.NullMarked;
