/** Components as documents and back; the same form in the database, in files and in the API. */
@NullMarked
package kith.metadata.codec;

import org.jspecify.annotations.NullMarked;
