@NullMarked
package kith.script.worker;

import org.jspecify.annotations.NullMarked;
