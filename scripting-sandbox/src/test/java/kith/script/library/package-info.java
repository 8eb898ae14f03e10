@NullMarked
package kith.script.library;

import org.jspecify.annotations.NullMarked;
