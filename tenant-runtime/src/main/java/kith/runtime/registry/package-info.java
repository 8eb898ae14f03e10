/** The list of all tenants of the installation. */
@NullMarked
package kith.runtime.registry;

import org.jspecify.annotations.NullMarked;
