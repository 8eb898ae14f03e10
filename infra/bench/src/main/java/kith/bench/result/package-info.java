/** What was measured, condensed and written down. */
@NullMarked
package kith.bench.result;

import org.jspecify.annotations.NullMarked;
