/** The paths of the server. */
@NullMarked
package kith.server.http;

import org.jspecify.annotations.NullMarked;
