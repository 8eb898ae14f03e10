/** The real services that tests of all modules share. */
@NullMarked
package kith.embedded.testing;

import org.jspecify.annotations.NullMarked;
