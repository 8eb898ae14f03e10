/** The lists of what a rule may call, read once from text files. */
@NullMarked
package kith.script.allow;

import org.jspecify.annotations.NullMarked;
