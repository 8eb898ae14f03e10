/** GraphQL over HTTP without a web framework: requests, answers, media types and errors. */
@NullMarked
package kith.graphql.http;

import org.jspecify.annotations.NullMarked;
