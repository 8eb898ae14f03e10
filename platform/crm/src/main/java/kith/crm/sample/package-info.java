/** Sample data of packages: rows of files become records through the one write path. */
@NullMarked
package kith.crm.sample;

import org.jspecify.annotations.NullMarked;
