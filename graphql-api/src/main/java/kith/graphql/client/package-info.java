/** API clients in the metadata API. */
@NullMarked
package kith.graphql.client;

import org.jspecify.annotations.NullMarked;
