/** Attacks on everything that the API offers, made from its schema: what is new is attacked too. */
@NullMarked
package kith.server.attack;

import org.jspecify.annotations.NullMarked;
