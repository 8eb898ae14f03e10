/** The GraphQL schema of a catalog: types, filters, orders, inputs and root fields. */
@NullMarked
package kith.graphql.schema;

import org.jspecify.annotations.NullMarked;
