@NullMarked
package kith.script.compile;

import org.jspecify.annotations.NullMarked;
