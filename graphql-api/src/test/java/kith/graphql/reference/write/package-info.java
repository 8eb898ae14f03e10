/** Generated writes, carried out by the engine and by a model of the guides alike. */
@NullMarked
package kith.graphql.reference.write;

import org.jspecify.annotations.NullMarked;
