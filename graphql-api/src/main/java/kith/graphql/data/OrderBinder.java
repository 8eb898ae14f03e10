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

    /** The records of one of the objects that a lookup points to. */
    private static OrderTerm behindAny(
            Field lookup, Catalog catalog, @Nullable Object key, List<Field> through) {
        if (!(key instanceof Map<?, ?> entries) || entries.size() != 1) {
            throw new IllegalStateException("An order key without exactly one object: " + key);
        }
        var entry = entries.entrySet().iterator().next();
        Field narrowed = lookup.narrowedTo(String.valueOf(entry.getKey()));
        return behind(narrowed, catalog, entry.getValue(), through);
    }

    private static OrderTerm behind(
            Field reference, Catalog catalog, @Nullable Object key, List<Field> through) {
        List<Field> further = new ArrayList<>(through);
        further.add(reference);
        return term(catalog.require(reference.target().orElseThrow()), catalog, key, further);
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
        return field.isPolymorphic()
                ? behindAny(field, catalog, entry.getValue(), through)
                : behind(field, catalog, entry.getValue(), through);
    }
}
