/** Generated requests, answered by the engine and by an interpreter of the guides alike. */
@NullMarked
package kith.graphql.reference;

import org.jspecify.annotations.NullMarked;
