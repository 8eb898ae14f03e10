/** GraphQL over a tenant's catalog: why a request is refused, whatever the endpoint. */
@NullMarked
package kith.graphql;

import org.jspecify.annotations.NullMarked;
