/** What nodes share through Redis. */
@NullMarked
package kith.server.redis;

import org.jspecify.annotations.NullMarked;
