/**
 * What happened in a tenant that somebody may have to answer for, so that nobody can change it
 * unseen.
 */
@NullMarked
package kith.runtime.audit;

import org.jspecify.annotations.NullMarked;
