/** Compiling and running untrusted Groovy within limits. */
@NullMarked
package kith.script;

import org.jspecify.annotations.NullMarked;
