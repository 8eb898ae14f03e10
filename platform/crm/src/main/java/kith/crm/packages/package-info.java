/** Packages: metadata kept in files, listed and installed into tenants. */
@NullMarked
package kith.crm.packages;

import org.jspecify.annotations.NullMarked;
