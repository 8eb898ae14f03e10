/** Tenants: who they are and whether they may work. */
@NullMarked
package kith.runtime.tenant;

import org.jspecify.annotations.NullMarked;
