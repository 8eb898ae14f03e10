/** PostgreSQL, Redis and Keycloak as supervised child processes in one data directory. */
@NullMarked
package kith.embedded;

import org.jspecify.annotations.NullMarked;
