package kith.graphql.reference.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.Way;
import kith.graphql.reference.world.World;
import tools.jackson.databind.JsonNode;

/** The order of lists: the keys, and in the end the id in the direction of the last key. */
record Orders(World world, Values values) {

    Comparator<Row> of(ModelObject object, JsonNode orderBy) {
        List<Comparator<Row>> keys = new ArrayList<>();
        boolean isDescending = false;
        for (JsonNode term : Filters.items(orderBy).toList()) {
            Key key = key(object, term, Way.here());
            keys.add((one, other) -> nulls(key, value(key, one), value(key, other)));
            isDescending = key.isDescending();
        }
        Comparator<Row> byId = (one, other) -> values.compare(one.id(), other.id());
        keys.add(isDescending ? byId.reversed() : byId);
        return keys.stream().reduce(Comparator::thenComparing).orElseThrow();
    }

    /** The field at the end of a way, and how to sort by it. */
    private record Key(Way way, ModelField field, boolean isDescending, boolean nullsLast) {}

    private Key key(ModelObject object, JsonNode term, Way way) {
        Map.Entry<String, JsonNode> entry = term.properties().iterator().next();
        ModelField field = object.require(entry.getKey());
        if (entry.getValue().isObject()) {
            Map.Entry<String, JsonNode> narrowed = entry.getValue().properties().iterator().next();
            String target = field.isAny() ? narrowed.getKey() : field.targetName();
            JsonNode further = field.isAny() ? narrowed.getValue() : entry.getValue();
            return key(world.model().object(target), further, way.then(field, target));
        }
        String direction = entry.getValue().stringValue();
        return new Key(way, field, isDescending(direction), nullsLast(direction));
    }

    /** Records without a value are last ascending, and first descending, unless it is said. */
    static boolean nullsLast(String direction) {
        return direction.endsWith("_NULLS_LAST") || direction.equals("ASC");
    }

    static boolean isDescending(String direction) {
        return direction.startsWith("DESC");
    }

    private Optional<Object> value(Key key, Row row) {
        return key.way().from(row, world).flatMap(end -> end.value(key.field()));
    }

    private int nulls(Key key, Optional<Object> one, Optional<Object> other) {
        return compare(values, one, other, key.isDescending(), key.nullsLast());
    }

    static int compare(
            Values values,
            Optional<Object> one,
            Optional<Object> other,
            boolean isDescending,
            boolean nullsLast) {
        if (one.isEmpty() || other.isEmpty()) {
            int missingFirst = Boolean.compare(one.isPresent(), other.isPresent());
            return nullsLast ? -missingFirst : missingFirst;
        }
        int ascending = values.compare(one.get(), other.get());
        return isDescending ? -ascending : ascending;
    }
}
