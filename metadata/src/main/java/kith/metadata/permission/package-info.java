/** What permission sets say that users may see and do. */
@NullMarked
package kith.metadata.permission;

import org.jspecify.annotations.NullMarked;
