/** Rules that must work and attacks that must not, run through the same steps as in production. */
@NullMarked
package kith.script.corpus;

import org.jspecify.annotations.NullMarked;
