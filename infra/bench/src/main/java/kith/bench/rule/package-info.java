/** What tenants' rules cost: one by one, and ten thousand records at a time. */
@NullMarked
package kith.bench.rule;

import org.jspecify.annotations.NullMarked;
