package kith.graphql.data;

import java.util.Optional;
import java.util.Set;
import kith.metadata.catalog.Field;
import kith.metadata.field.FieldType;
import kith.runtime.read.Predicate;
import kith.runtime.value.Coercion;
import kith.runtime.value.FieldValues;

/** A field compared with whatever value a variable brings. */
final class OpenComparison {

    /** Operators that compare with one value. */
    private static final Set<String> OPERATORS =
            Set.of(
                    "eq",
                    "ne",
                    "gt",
                    "gte",
                    "lt",
                    "lte",
                    "contains",
                    "startsWith",
                    "endsWith",
                    "eqCi",
                    "neCi",
                    "containsCi",
                    "startsWithCi",
                    "endsWithCi",
                    "has");

    private OpenComparison() {}

    static boolean isOperator(String name) {
        return OPERATORS.contains(name);
    }

    /**
     * The comparison for all values; one that looks otherwise for others stays as it is.
     *
     * @param sample the comparison with the variable's sample
     */
    static Predicate of(Predicate sample, OpenVariable variable, String operator) {
        return switch (sample) {
            case Predicate.Compare(var field, var compared, var typed) ->
                    new Predicate.Compare(
                            field,
                            compared,
                            variable.value(
                                    typed, value -> typed(comparedType(field, operator), value)));
            case Predicate.Not(var part) -> new Predicate.Not(of(part, variable, operator));
            case Predicate.All _,
                    Predicate.Any _,
                    Predicate.OneOf _,
                    Predicate.Missing _,
                    Predicate.Through _,
                    Predicate.Related _ ->
                    sample;
        };
    }

    private static FieldType comparedType(Field field, String operator) {
        return switch (operator) {
            case "eq", "ne", "has" -> field.type();
            case "gt", "gte", "lt", "lte" -> ConditionBinder.orderedType(field);
            default -> ConditionBinder.TEXT;
        };
    }

    private static Optional<Object> typed(FieldType type, Object value) {
        return switch (FieldValues.coerceComparand(type, value)) {
            case Coercion.Accepted(Object typed) -> Optional.ofNullable(typed);
            case Coercion.Refused _ -> Optional.empty();
        };
    }
}
