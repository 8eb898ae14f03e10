package kith.graphql.reference.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;
import tools.jackson.databind.JsonNode;

/** The order of lists: the keys, and in the end the id in the direction of the last key. */
record Orders(World world, Values values) {

    Comparator<Row> of(ModelObject object, JsonNode orderBy) {
        List<Comparator<Row>> keys = new ArrayList<>();
        boolean isDescending = false;
        for (JsonNode term : Filters.items(orderBy).toList()) {
            Way way = way(object, term, List.of());
            keys.add((one, other) -> nulls(way, value(way, one), value(way, other)));
            isDescending = way.isDescending();
        }
        Comparator<Row> byId = (one, other) -> values.compare(one.id(), other.id());
        keys.add(isDescending ? byId.reversed() : byId);
        return keys.stream().reduce(Comparator::thenComparing).orElseThrow();
    }

    /** A key: fields to go through, the field at the end, and how to sort by it. */
    private record Way(
            List<ModelField> through, ModelField field, boolean isDescending, boolean nullsLast) {}

    private Way way(ModelObject object, JsonNode term, List<ModelField> through) {
        Map.Entry<String, JsonNode> entry = term.properties().iterator().next();
        ModelField field = object.require(entry.getKey());
        if (entry.getValue().isObject()) {
            List<ModelField> further = new ArrayList<>(through);
            further.add(field);
            return way(world.model().object(field.targetName()), entry.getValue(), further);
        }
        String direction = entry.getValue().stringValue();
        return new Way(through, field, isDescending(direction), nullsLast(direction));
    }

    /** Records without a value are last ascending, and first descending, unless it is said. */
    static boolean nullsLast(String direction) {
        return direction.endsWith("_NULLS_LAST") || direction.equals("ASC");
    }

    static boolean isDescending(String direction) {
        return direction.startsWith("DESC");
    }

    private Optional<Object> value(Way way, Row row) {
        Optional<Row> at = Optional.of(row);
        for (ModelField step : way.through()) {
            at = at.flatMap(before -> world.behind(before, step));
        }
        return at.flatMap(end -> end.value(way.field()));
    }

    private int nulls(Way way, Optional<Object> one, Optional<Object> other) {
        return compare(values, one, other, way.isDescending(), way.nullsLast());
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
