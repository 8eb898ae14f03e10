package kith.runtime.read;

import java.util.Optional;
import java.util.function.Function;

/**
 * Stands in a {@link Predicate.Compare} for whatever value will be given, so that the statement
 * serves all of them.
 *
 * @param name under which the value will be given
 * @param sample one that came, as the field's Java type
 * @param typed what is given as the field's Java type; empty where it is refused or is none
 */
public record OpenValue(String name, Object sample, Function<Object, Optional<Object>> typed) {}
