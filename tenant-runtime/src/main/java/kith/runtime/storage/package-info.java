/** Which slot of the shared table holds which field. */
@NullMarked
package kith.runtime.storage;

import org.jspecify.annotations.NullMarked;
