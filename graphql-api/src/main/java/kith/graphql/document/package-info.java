/** GraphQL documents: parsed within limits and validated under a schema. */
@NullMarked
package kith.graphql.document;

import org.jspecify.annotations.NullMarked;
