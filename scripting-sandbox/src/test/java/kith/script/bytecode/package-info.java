@NullMarked
package kith.script.bytecode;

import org.jspecify.annotations.NullMarked;
