/** Stored formulas that a job brings up to date, as the API shows them. */
@NullMarked
package kith.graphql.formula;

import org.jspecify.annotations.NullMarked;
