/** Organizations and accounts at Keycloak. */
@NullMarked
package kith.server.keycloak;

import org.jspecify.annotations.NullMarked;
