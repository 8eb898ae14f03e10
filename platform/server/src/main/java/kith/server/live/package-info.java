/** Streams of answers: GraphQL over WebSocket and over server-sent events. */
@NullMarked
package kith.server.live;

import org.jspecify.annotations.NullMarked;
