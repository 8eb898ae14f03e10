/** Compiling in processes that can be killed, for a compiler thread cannot be stopped. */
@NullMarked
package kith.script.worker;

import org.jspecify.annotations.NullMarked;
