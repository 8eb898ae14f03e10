/** What the server itself writes into the audit trails of tenants. */
@NullMarked
package kith.server.audit;

import org.jspecify.annotations.NullMarked;
