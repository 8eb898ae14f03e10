/** The records that all products hold, and how they get into the databases. */
@NullMarked
package kith.bench.data;

import org.jspecify.annotations.NullMarked;
