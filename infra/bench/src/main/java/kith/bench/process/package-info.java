/** Programs that are started for a run, and what they cost the machine. */
@NullMarked
package kith.bench.process;

import org.jspecify.annotations.NullMarked;
