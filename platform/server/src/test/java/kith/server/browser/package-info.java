/** The web app in a real browser, on the whole server. */
@NullMarked
package kith.server.browser;

import org.jspecify.annotations.NullMarked;
