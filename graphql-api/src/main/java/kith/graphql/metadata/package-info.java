/** The metadata API: the tenant's data dictionary, read and changed. */
@NullMarked
package kith.graphql.metadata;

import org.jspecify.annotations.NullMarked;
