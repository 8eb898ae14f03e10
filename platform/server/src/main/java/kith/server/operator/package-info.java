/** What those who run the installation may do. */
@NullMarked
package kith.server.operator;

import org.jspecify.annotations.NullMarked;
