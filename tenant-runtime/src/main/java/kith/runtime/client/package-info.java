/** Programs that call the API of a tenant with credentials of their own. */
@NullMarked
package kith.runtime.client;

import org.jspecify.annotations.NullMarked;
