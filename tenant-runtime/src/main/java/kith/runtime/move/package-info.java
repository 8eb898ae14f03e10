/** Moves an object's records to a table of its own and back, while they are read and written. */
@NullMarked
package kith.runtime.move;

import org.jspecify.annotations.NullMarked;
