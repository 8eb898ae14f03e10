@NullMarked
package kith.script;

import org.jspecify.annotations.NullMarked;
