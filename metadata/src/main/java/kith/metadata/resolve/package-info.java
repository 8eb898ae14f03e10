/** From components to a catalog: everything checked, references bound, storage assigned. */
@NullMarked
package kith.metadata.resolve;

import org.jspecify.annotations.NullMarked;
