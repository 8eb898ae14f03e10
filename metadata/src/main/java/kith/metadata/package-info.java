/** The data dictionary of a tenant: components, and the catalog that they resolve to. */
@NullMarked
package kith.metadata;

import org.jspecify.annotations.NullMarked;
