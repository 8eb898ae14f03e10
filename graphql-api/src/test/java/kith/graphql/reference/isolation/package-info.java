/** Two tenants with equal catalogs on one database: neither learns of the other, nor reaches it. */
@NullMarked
package kith.graphql.reference.isolation;

import org.jspecify.annotations.NullMarked;
