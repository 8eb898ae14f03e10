/** With whom records are shared, in the metadata API. */
@NullMarked
package kith.graphql.share;

import org.jspecify.annotations.NullMarked;
