/** Live subscriptions: what is new in a tenant's stream, told to those who listen on this node. */
@NullMarked
package kith.graphql.live;

import org.jspecify.annotations.NullMarked;
