package kith.graphql.reference.world;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A field whose values the platform computes: by a formula, or from a list of records.
 *
 * @param object the name of the object that has it
 * @param yaml what its document says of it beside its type
 * @param compute its value, as the guides say
 */
public record Derived(
        String object,
        ModelField field,
        String yaml,
        BiFunction<World, Row, Optional<Object>> compute) {

    /** Gives all records of a world the values that are derived from the others. */
    public static void addTo(World world) {
        for (Derived derived : world.model().derived()) {
            for (Row row : world.of(derived.object())) {
                world.put(
                        row.with(
                                Map.of(
                                        derived.field().name(),
                                        derived.compute().apply(world, row))));
            }
        }
    }
}
