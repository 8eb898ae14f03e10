package kith.graphql.reference.generate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;

/** Makes records that point to those which are there. */
public final class RowGenerator {

    private static final int EMPTY_PERCENT = 25;

    private World world;
    private final Dice dice;
    private int made;

    public RowGenerator(World world, Dice dice) {
        this.world = world;
        this.dice = dice;
    }

    /** Goes on with the records of another world. */
    public RowGenerator in(World next) {
        world = next;
        return this;
    }

    /** A UUID of version 7 of that moment. */
    public UUID id(Instant at) {
        long high = at.toEpochMilli() << 16 | 0x7000L | dice.below(0x1000);
        return new UUID(high, 1L << 63 | dice.seed() >>> 2);
    }

    /** A new record, without what the platform keeps; empty where a whole is missing. */
    public Optional<Row> row(ModelObject object, UUID id) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        made++;
        for (ModelField field : object.writable()) {
            boolean isNeeded =
                    field.name().equals("name") || field.trait() == ModelField.Trait.REQUIRED;
            if (field.kind() == Kind.MANY_TO_MANY || (!isNeeded && dice.percent(EMPTY_PERCENT))) {
                continue;
            }
            Optional<Object> value = value(field);
            if (value.isEmpty() && isNeeded) {
                return Optional.empty();
            }
            value.ifPresent(known -> values.put(field.name(), known));
        }
        if (object.name().equals(ModelObject.USER)) {
            values.put("email", "user%d-%d@acme.example".formatted(made, dice.below(1000)));
        }
        return Optional.of(new Row(object, values));
    }

    /** A value that the field can take now. */
    Optional<Object> value(ModelField field) {
        if (field.isPointer()) {
            List<Row> targets = world.live(dice.pick(field.targets()));
            return targets.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            dice.pick(targets.size() > 6 ? targets.subList(0, 6) : targets).id());
        }
        Object value = Words.of(field, dice);
        if (!field.isUnique()) {
            return Optional.of(value);
        }
        String text = value + "-" + made;
        return Optional.of(field.kind() == Kind.EMAIL ? "m%d@acme.example".formatted(made) : text);
    }

    /** Records for a many-to-many field. */
    public List<UUID> links(ModelField field) {
        List<UUID> targets =
                new ArrayList<>(world.live(field.targetName()).stream().map(Row::id).toList());
        return dice.some(targets, 0, 4);
    }
}
