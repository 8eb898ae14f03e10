@NullMarked
package kith.script.process;

import org.jspecify.annotations.NullMarked;
