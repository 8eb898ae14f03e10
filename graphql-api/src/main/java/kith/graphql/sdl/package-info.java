/** Endpoints whose schema is written by hand: metadata, operators. */
@NullMarked
package kith.graphql.sdl;

import org.jspecify.annotations.NullMarked;
