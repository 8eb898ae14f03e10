/** The first layers of a compilation: the text and the freshly parsed tree of a rule. */
@NullMarked
package kith.script.tree;

import org.jspecify.annotations.NullMarked;
