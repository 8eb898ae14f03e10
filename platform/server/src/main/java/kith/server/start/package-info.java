/** Starts the installation and says how it goes. */
@NullMarked
package kith.server.start;

import org.jspecify.annotations.NullMarked;
