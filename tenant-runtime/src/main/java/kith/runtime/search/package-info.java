/** Keeps the words of records by which search finds them, a moment behind the records. */
@NullMarked
package kith.runtime.search;

import org.jspecify.annotations.NullMarked;
