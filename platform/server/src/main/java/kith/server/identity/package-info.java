/** Who signs in, by token or by browser, and for which tenant. */
@NullMarked
package kith.server.identity;

import org.jspecify.annotations.NullMarked;
