package kith.graphql.reference.isolation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kith.graphql.reference.generate.Dice;
import kith.graphql.reference.generate.RowGenerator;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;

/** What only the other tenant has, each beside something of the kind that nobody has. */
record ForeignValues(World own, World other, Dice dice, RowGenerator rows) {

    /** Takes a value of the other tenant and one that nobody has. */
    interface Pair {
        void of(String foreign, String unknown);
    }

    /** Ids of a live record and of one in the bin. */
    void each(ModelObject object, Pair pair) {
        for (List<Row> from : List.of(other.live(object.name()), other.deleted(object.name()))) {
            if (!from.isEmpty()) {
                pair.of(dice.pick(from).id().toString(), unknownId());
            }
        }
    }

    /** Unique values that only the other tenant has. */
    List<String> of(ModelObject object, ModelField key) {
        List<Object> taken =
                own.of(object.name()).stream().flatMap(row -> row.value(key).stream()).toList();
        return other.live(object.name()).stream()
                .flatMap(row -> row.value(key).stream())
                .filter(value -> !taken.contains(value))
                .limit(4)
                .map(String.class::cast)
                .toList();
    }

    static Optional<ModelField> unique(ModelObject object) {
        return object.fields().stream()
                .filter(field -> field.isUnique() && field.kind() != Kind.MANY_TO_MANY)
                .findFirst();
    }

    private String unknownId() {
        return rows.id(Instant.parse("2026-07-04T12:30:00Z")).toString();
    }

    String unknownText(ModelField key) {
        String text = "unknown" + dice.below(1_000_000_000);
        return key.kind() == Kind.EMAIL ? text + "@acme.example" : text;
    }
}
