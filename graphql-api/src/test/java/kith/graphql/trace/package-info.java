@NullMarked
package kith.graphql.trace;

import org.jspecify.annotations.NullMarked;
