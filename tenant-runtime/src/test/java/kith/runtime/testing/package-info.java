/** What tests of this module and of those above share: a migrated database and its tenants. */
@NullMarked
package kith.runtime.testing;

import org.jspecify.annotations.NullMarked;
