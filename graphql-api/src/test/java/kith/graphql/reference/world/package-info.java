/** A tenant as plain lists: what its objects and records are, without any engine. */
@NullMarked
package kith.graphql.reference.world;

import org.jspecify.annotations.NullMarked;
