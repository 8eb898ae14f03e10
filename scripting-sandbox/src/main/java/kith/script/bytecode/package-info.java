/** What the compiler produced, turned to the rule library, checked and metered. */
@NullMarked
package kith.script.bytecode;

import org.jspecify.annotations.NullMarked;
