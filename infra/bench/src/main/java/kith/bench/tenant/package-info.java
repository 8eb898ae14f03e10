/** Ten thousand companies on one installation: what each costs, and what the others notice. */
@NullMarked
package kith.bench.tenant;

import org.jspecify.annotations.NullMarked;
