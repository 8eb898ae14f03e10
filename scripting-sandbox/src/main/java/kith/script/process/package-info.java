/**
 * Running rules in processes of their own, which serve one tenant each and are killed on breach.
 */
@NullMarked
package kith.script.process;

import org.jspecify.annotations.NullMarked;
