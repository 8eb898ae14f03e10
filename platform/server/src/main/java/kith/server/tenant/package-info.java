/** Tenants are provisioned, suspended and destroyed. */
@NullMarked
package kith.server.tenant;

import org.jspecify.annotations.NullMarked;
