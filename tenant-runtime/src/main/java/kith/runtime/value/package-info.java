/** Values of fields: from a caller's form to the stored one, and back. */
@NullMarked
package kith.runtime.value;

import org.jspecify.annotations.NullMarked;
