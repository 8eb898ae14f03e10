@NullMarked
package kith.bench.rule;

import org.jspecify.annotations.NullMarked;
