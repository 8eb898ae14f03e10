/** The engine with generated tenants in a database. */
@NullMarked
package kith.graphql.reference.engine;

import org.jspecify.annotations.NullMarked;
