/**
 * What a rule may call while it runs: its classes link to these types, to a short list of the JDK
 * and to nothing else.
 */
@NullMarked
package kith.script.library;

import org.jspecify.annotations.NullMarked;
