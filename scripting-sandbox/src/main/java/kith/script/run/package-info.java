/** Loading compiled rules and running them on records. */
@NullMarked
package kith.script.run;

import org.jspecify.annotations.NullMarked;
