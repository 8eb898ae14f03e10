/** Clients and tools of the GraphQL world, unchanged, against the running server. */
@NullMarked
package kith.server.clients;

import org.jspecify.annotations.NullMarked;
