/** Records of tenants: who calls, and what may fail. */
@NullMarked
package kith.runtime;

import org.jspecify.annotations.NullMarked;
