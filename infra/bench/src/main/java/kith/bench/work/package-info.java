/** What is asked of every product: the operations, and when two answers are equal. */
@NullMarked
package kith.bench.work;

import org.jspecify.annotations.NullMarked;
