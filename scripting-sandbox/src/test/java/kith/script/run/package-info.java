@NullMarked
package kith.script.run;

import org.jspecify.annotations.NullMarked;
