/** Which records users see and change because of who owns them and with whom they are shared. */
@NullMarked
package kith.runtime.share;

import org.jspecify.annotations.NullMarked;
