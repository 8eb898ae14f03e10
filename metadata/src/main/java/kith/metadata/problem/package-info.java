/** What went wrong, in the form that every caller gets. */
@NullMarked
package kith.metadata.problem;

import org.jspecify.annotations.NullMarked;
