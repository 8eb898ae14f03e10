/** The audit trail in the metadata API. */
@NullMarked
package kith.graphql.audit;

import org.jspecify.annotations.NullMarked;
