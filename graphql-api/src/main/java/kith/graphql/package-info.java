/** GraphQL over a tenant's catalog. */
@NullMarked
package kith.graphql;

import org.jspecify.annotations.NullMarked;
