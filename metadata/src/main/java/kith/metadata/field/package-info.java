/** The types a field can have and what each needs to know. */
@NullMarked
package kith.metadata.field;

import org.jspecify.annotations.NullMarked;
