/** Groovy as the compiler front end of rules, with types from the dictionary. */
@NullMarked
package kith.script.compile;

import org.jspecify.annotations.NullMarked;
