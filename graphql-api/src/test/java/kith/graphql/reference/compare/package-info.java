/** The engine's answers beside the expected ones. */
@NullMarked
package kith.graphql.reference.compare;

import org.jspecify.annotations.NullMarked;
