/** Who may come into a tenant. */
@NullMarked
package kith.runtime.member;

import org.jspecify.annotations.NullMarked;
