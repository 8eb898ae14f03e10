/** What rules did, as the metadata API shows it. */
@NullMarked
package kith.graphql.trace;

import org.jspecify.annotations.NullMarked;
