/** The guides and references under docs, held true. */
@NullMarked
package kith.server.docs;

import org.jspecify.annotations.NullMarked;
