/** Names of components: their form, their plurals and labels, and those that are not free. */
@NullMarked
package kith.metadata.name;

import org.jspecify.annotations.NullMarked;
