/** The jobs by which every tenant is kept tidy. */
@NullMarked
package kith.server.job;

import org.jspecify.annotations.NullMarked;
