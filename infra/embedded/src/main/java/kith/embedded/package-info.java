/** PostgreSQL, Redis and Keycloak as supervised child processes. */
@NullMarked
package kith.embedded;

import org.jspecify.annotations.NullMarked;
