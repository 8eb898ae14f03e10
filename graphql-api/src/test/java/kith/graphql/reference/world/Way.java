package kith.graphql.reference.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way from a record to another one by lookups; it ends where one points to nothing. */
public record Way(List<Step> steps) {

    /** From records of one object to those of another one. */
    public record Step(ModelField field, String object) {}

    public Way {
        steps = List.copyOf(steps);
    }

    public static Way here() {
        return new Way(List.of());
    }

    public Way then(ModelField field, String object) {
        List<Step> further = new ArrayList<>(steps);
        further.add(new Step(field, object));
        return new Way(further);
    }

    public Optional<Row> from(Row row, World world) {
        Optional<Row> at = Optional.of(row);
        for (Step step : steps) {
            at =
                    at.flatMap(before -> world.behind(before, step.field()))
                            .filter(found -> found.object().name().equals(step.object()));
        }
        return at;
    }
}
