/** What the API's guides promise, computed over plain lists. */
@NullMarked
package kith.graphql.reference.interpret;

import org.jspecify.annotations.NullMarked;
