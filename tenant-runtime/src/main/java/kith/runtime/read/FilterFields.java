package kith.runtime.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.catalog.Field;
import kith.metadata.field.FieldType;

/**
 * Which changes can make a record match a filter or not.
 *
 * @param fields the record's own fields that the filter asks, by their ids
 * @param isDecidedByFields false where other things decide as well: related records, or what every
 *     write changes
 * @param ids the only records that can match; empty where any can
 */
record FilterFields(Set<UUID> fields, boolean isDecidedByFields, Optional<Set<UUID>> ids) {

    /** System fields that the stream tells of; of the others every write may change the value. */
    private static final Set<String> TOLD = Set.of("id", "name", "owner");

    static FilterFields of(Predicate filter) {
        List<Field> asked = new ArrayList<>();
        boolean isOwn = collect(filter, asked);
        return new FilterFields(
                asked.stream().map(Field::id).collect(Collectors.toCollection(LinkedHashSet::new)),
                isOwn && asked.stream().allMatch(FilterFields::isTold),
                ids(filter));
    }

    /** What is computed can change by itself, or with another record. */
    private static boolean isTold(Field field) {
        return !field.isComputed() && (!field.isSystem() || TOLD.contains(field.name()));
    }

    /** Whether the record's own fields decide alone. */
    private static boolean collect(Predicate predicate, List<Field> asked) {
        return switch (predicate) {
            case Predicate.All(var parts) -> collectAll(parts, asked);
            case Predicate.Any(var parts) -> collectAll(parts, asked);
            case Predicate.Not(var part) -> collect(part, asked);
            case Predicate.Compare(var field, var _, var _) -> asked.add(field);
            case Predicate.OneOf(var field, var _) -> asked.add(field);
            case Predicate.Missing(var field) -> asked.add(field);
            case Predicate.Through _, Predicate.Related _ -> false;
        };
    }

    private static boolean collectAll(List<Predicate> parts, List<Field> asked) {
        boolean isOwn = true;
        for (Predicate part : parts) {
            isOwn &= collect(part, asked);
        }
        return isOwn;
    }

    private static Optional<Set<UUID>> ids(Predicate predicate) {
        return switch (predicate) {
            case Predicate.All(var parts) ->
                    parts.stream().map(FilterFields::ids).flatMap(Optional::stream).findFirst();
            case Predicate.Compare(var field, var operator, var value) ->
                    isId(field) && operator == Predicate.Operator.EQ && value instanceof UUID id
                            ? Optional.of(Set.of(id))
                            : Optional.empty();
            case Predicate.OneOf(var field, var values) ->
                    isId(field)
                            ? Optional.of(
                                    values.stream()
                                            .map(UUID.class::cast)
                                            .collect(Collectors.toSet()))
                            : Optional.empty();
            case Predicate.Any _,
                    Predicate.Not _,
                    Predicate.Missing _,
                    Predicate.Through _,
                    Predicate.Related _ ->
                    Optional.empty();
        };
    }

    private static boolean isId(Field field) {
        return field.type() instanceof FieldType.Id;
    }
}
