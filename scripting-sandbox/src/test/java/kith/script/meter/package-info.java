@NullMarked
package kith.script.meter;

import org.jspecify.annotations.NullMarked;
