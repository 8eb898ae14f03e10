/** Expressions that administrators write: parsed, typed against the catalog, evaluated exactly. */
@NullMarked
package kith.metadata.expression;

import org.jspecify.annotations.NullMarked;
