/** Jobs, as the metadata API and that of operators show them. */
@NullMarked
package kith.graphql.job;

import org.jspecify.annotations.NullMarked;
