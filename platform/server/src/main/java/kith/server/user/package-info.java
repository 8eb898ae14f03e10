/** Users as records of their tenants. */
@NullMarked
package kith.server.user;

import org.jspecify.annotations.NullMarked;
