@NullMarked
package kith.script.allow;

import org.jspecify.annotations.NullMarked;
