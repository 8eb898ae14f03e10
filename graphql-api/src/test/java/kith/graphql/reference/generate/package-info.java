/** Catalogs, records and requests by chance, the same ones for the same seed. */
@NullMarked
package kith.graphql.reference.generate;

import org.jspecify.annotations.NullMarked;
