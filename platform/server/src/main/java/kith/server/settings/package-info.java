/** Where the installation lives and what it talks to. */
@NullMarked
package kith.server.settings;

import org.jspecify.annotations.NullMarked;
