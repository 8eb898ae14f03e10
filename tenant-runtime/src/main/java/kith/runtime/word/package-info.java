/** The words by which records are found: how texts become words, and which fields have any. */
@NullMarked
package kith.runtime.word;

import org.jspecify.annotations.NullMarked;
