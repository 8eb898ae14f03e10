/** The measured products: how each is started and spoken to. */
@NullMarked
package kith.bench.product;

import org.jspecify.annotations.NullMarked;
