/** Measures Kith beside other products and beside hand-written SQL, on this machine. */
@NullMarked
package kith.bench;

import org.jspecify.annotations.NullMarked;
