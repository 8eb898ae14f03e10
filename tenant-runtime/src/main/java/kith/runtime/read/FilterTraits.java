package kith.runtime.read;

import java.util.List;
import java.util.Optional;
import kith.metadata.field.FieldType;

/** What a filter tells about the way to the records that match it. */
final class FilterTraits {

    private FilterTraits() {}

    /** A part of the filter that an index of the referenced records answers. */
    static Optional<Condition.Through> referenced(Condition filter) {
        return switch (filter) {
            case Condition.All(var parts) ->
                    parts.stream()
                            .map(FilterTraits::referenced)
                            .flatMap(Optional::stream)
                            .findFirst();
            case Condition.Through through ->
                    FieldColumn.isIndexed(through.reference()) && hasIndex(through.part())
                            ? Optional.of(through)
                            : Optional.empty();
            case Condition.Any _,
                    Condition.Not _,
                    Condition.Compare _,
                    Condition.OneOf _,
                    Condition.Missing _,
                    Condition.Related _ ->
                    Optional.empty();
        };
    }

    /** What else a filter asks for, besides one of its parts. */
    static Condition without(Condition filter, Condition.Through part) {
        return filter instanceof Condition.All(var parts)
                ? new Condition.All(
                        parts.stream()
                                .filter(each -> !each.equals(part))
                                .map(each -> without(each, part))
                                .toList())
                : filter.equals(part) ? new Condition.All(List.of()) : filter;
    }

    /** Whether an index finds the matching records by a value that they hold themselves. */
    static boolean hasIndex(Condition filter) {
        return switch (filter) {
            case Condition.All(var parts) -> parts.stream().anyMatch(FilterTraits::hasIndex);
            case Condition.Compare(var field, var operator, var _) ->
                    operator == Predicate.Operator.EQ && FieldColumn.isIndexed(field);
            case Condition.OneOf(var field, var _) -> FieldColumn.isIndexed(field);
            case Condition.Any _,
                    Condition.Not _,
                    Condition.Missing _,
                    Condition.Through _,
                    Condition.Related _ ->
                    false;
        };
    }

    /** Whether the records themselves must hold a value. */
    static boolean comparesOwn(Condition filter) {
        return switch (filter) {
            case Condition.All(var parts) -> parts.stream().anyMatch(FilterTraits::comparesOwn);
            case Condition.Compare(var _, var operator, var _) -> operator == Predicate.Operator.EQ;
            case Condition.OneOf _ -> true;
            case Condition.Any _,
                    Condition.Not _,
                    Condition.Missing _,
                    Condition.Through _,
                    Condition.Related _ ->
                    false;
        };
    }

    /** Whether everything matches, or nothing. */
    static boolean isTrivial(Condition filter) {
        return switch (filter) {
            case Condition.All(var parts) -> parts.isEmpty();
            case Condition.Any(var parts) -> parts.isEmpty();
            case Condition.Not _,
                    Condition.Compare _,
                    Condition.OneOf _,
                    Condition.Missing _,
                    Condition.Through _,
                    Condition.Related _ ->
                    false;
        };
    }

    /** Few records are asked for by their ids. */
    static boolean namesRecords(Condition filter) {
        return switch (filter) {
            case Condition.All(var parts) -> parts.stream().anyMatch(FilterTraits::namesRecords);
            case Condition.Compare(var field, var operator, var _) ->
                    operator == Predicate.Operator.EQ && field.type() instanceof FieldType.Id;
            case Condition.OneOf(var field, var _) -> field.type() instanceof FieldType.Id;
            case Condition.Any _,
                    Condition.Not _,
                    Condition.Missing _,
                    Condition.Through _,
                    Condition.Related _ ->
                    false;
        };
    }
}
