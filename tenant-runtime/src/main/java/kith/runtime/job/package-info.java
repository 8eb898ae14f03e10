/** Work that goes on after the request that asked for it, and work that comes back. */
@NullMarked
package kith.runtime.job;

import org.jspecify.annotations.NullMarked;
