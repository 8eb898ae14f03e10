/** Several nodes of one installation, and what becomes of them without Redis. */
@NullMarked
package kith.server.nodes;

import org.jspecify.annotations.NullMarked;
