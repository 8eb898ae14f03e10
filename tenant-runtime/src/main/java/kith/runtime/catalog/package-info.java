/** Catalogs in PostgreSQL: stored, changed, announced and cached. */
@NullMarked
package kith.runtime.catalog;

import org.jspecify.annotations.NullMarked;
