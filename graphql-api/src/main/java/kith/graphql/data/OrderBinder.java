package kith.graphql.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.graphql.schema.OrderDirection;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.read.OrderTerm;
import org.jspecify.annotations.Nullable;

/** Binds orders. */
final class OrderBinder {

    private OrderBinder() {}

    static List<OrderTerm> bind(ObjectType object, Catalog catalog, @Nullable Object orderBy) {
        if (!(orderBy instanceof List<?> keys)) {
            return List.of();
        }
        return keys.stream().map(key -> term(object, catalog, key, List.of())).toList();
    }

    private static OrderTerm term(
            ObjectType object, Catalog catalog, @Nullable Object key, List<Field> through) {
        if (!(key instanceof Map<?, ?> entries) || entries.size() != 1) {
            throw new IllegalStateException("An order key without exactly one field: " + key);
        }
        var entry = entries.entrySet().iterator().next();
        Field field = object.field(String.valueOf(entry.getKey())).orElseThrow();
        if (entry.getValue() instanceof OrderDirection direction) {
            return new OrderTerm(through, field, direction.isDescending(), direction.nullsLast());
        }
        List<Field> further = new ArrayList<>(through);
        further.add(field);
        return term(
                catalog.require(field.target().orElseThrow()), catalog, entry.getValue(), further);
    }
}
