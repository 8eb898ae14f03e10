/** The running product. */
@NullMarked
package kith.server;

import org.jspecify.annotations.NullMarked;
