/** What the tests of the server share: one realm, one running server. */
@NullMarked
package kith.server.testing;

import org.jspecify.annotations.NullMarked;
