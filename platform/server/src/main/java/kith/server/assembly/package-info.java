/** Puts the parts of the server together. */
@NullMarked
package kith.server.assembly;

import org.jspecify.annotations.NullMarked;
