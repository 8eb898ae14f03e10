/** Which records users see, compared with a plain model of it. */
@NullMarked
package kith.graphql.sharing;

import org.jspecify.annotations.NullMarked;
