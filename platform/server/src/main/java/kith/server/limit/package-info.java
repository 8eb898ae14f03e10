/** How much each tenant and each of its users may ask for. */
@NullMarked
package kith.server.limit;

import org.jspecify.annotations.NullMarked;
