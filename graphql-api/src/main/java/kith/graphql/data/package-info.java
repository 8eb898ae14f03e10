/** From a GraphQL request to what is read or written, and from its bytes to the answer. */
@NullMarked
package kith.graphql.data;

import org.jspecify.annotations.NullMarked;
