/** The resolved, validated, immutable snapshot of all components of a tenant. */
@NullMarked
package kith.metadata.catalog;

import org.jspecify.annotations.NullMarked;
