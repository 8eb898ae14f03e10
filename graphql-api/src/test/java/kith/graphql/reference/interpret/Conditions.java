package kith.graphql.reference.interpret;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.Row;
import tools.jackson.databind.JsonNode;

/** The operators on single values. All but {@code ne}, {@code notIn} and the like need a value. */
record Conditions(Settings settings) {

    boolean hold(ModelField field, Row row, JsonNode operators) {
        return hold(field, row.value(field), operators);
    }

    boolean hold(ModelField field, Optional<Object> value, JsonNode operators) {
        return operators.properties().stream()
                .allMatch(entry -> holds(field, value, entry.getKey(), entry.getValue()));
    }

    private boolean holds(
            ModelField field, Optional<Object> value, String operator, JsonNode operand) {
        return switch (operator) {
            case "eq" -> isEqual(field, value, operand);
            case "ne" -> !isEqual(field, value, operand);
            case "in" -> isOneOf(field, value, operand);
            case "notIn" -> !isOneOf(field, value, operand);
            case "gt" -> compared(field, value, operand).filter(sign -> sign > 0).isPresent();
            case "gte" -> compared(field, value, operand).filter(sign -> sign >= 0).isPresent();
            case "lt" -> compared(field, value, operand).filter(sign -> sign < 0).isPresent();
            case "lte" -> compared(field, value, operand).filter(sign -> sign <= 0).isPresent();
            case "between" ->
                    holds(field, value, "gte", operand.get(0))
                            && holds(field, value, "lte", operand.get(1));
            case "contains" -> text(value, operand, String::contains);
            case "startsWith" -> text(value, operand, String::startsWith);
            case "endsWith" -> text(value, operand, String::endsWith);
            case "eqCi" -> lower(value, operand, String::equals);
            case "neCi" -> !lower(value, operand, String::equals);
            case "inCi" -> isOneOfLower(value, operand);
            case "notInCi" -> !isOneOfLower(value, operand);
            case "containsCi" -> lower(value, operand, String::contains);
            case "startsWithCi" -> lower(value, operand, String::startsWith);
            case "endsWithCi" -> lower(value, operand, String::endsWith);
            case "has" -> list(value).contains(operand.stringValue());
            case "hasAny" -> texts(operand).stream().anyMatch(list(value)::contains);
            case "hasAll" -> list(value).containsAll(texts(operand));
            case "hasNone" -> texts(operand).stream().noneMatch(list(value)::contains);
            case "relative" ->
                    value.filter(at -> Periods.of(operand.stringValue(), settings).has(at))
                            .isPresent();
            case "isNull" -> value.isEmpty() == operand.booleanValue();
            default -> throw new IllegalArgumentException(operator);
        };
    }

    /** An empty text stands for no value. */
    private static boolean isEqual(ModelField field, Optional<Object> value, JsonNode operand) {
        Optional<Object> compared = Values.read(field, operand);
        return compared.isEmpty()
                ? value.isEmpty()
                : value.filter(known -> Values.areEqual(known, compared.get())).isPresent();
    }

    private static boolean isOneOf(ModelField field, Optional<Object> value, JsonNode operands) {
        return Filters.items(operands).anyMatch(operand -> isEqual(field, value, operand));
    }

    private Optional<Integer> compared(ModelField field, Optional<Object> value, JsonNode operand) {
        Object other = Values.read(field, operand).orElseThrow();
        return value.map(known -> settings.values().compare(known, other));
    }

    private static boolean text(
            Optional<Object> value, JsonNode operand, BiPredicate<String, String> holds) {
        return value.filter(known -> holds.test((String) known, operand.stringValue())).isPresent();
    }

    private static boolean lower(
            Optional<Object> value, JsonNode operand, BiPredicate<String, String> holds) {
        return value.filter(known ->
                        holds.test(
                                ((String) known).toLowerCase(Locale.ROOT),
                                operand.stringValue().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private static boolean isOneOfLower(Optional<Object> value, JsonNode operands) {
        return Filters.items(operands).anyMatch(operand -> lower(value, operand, String::equals));
    }

    private static List<?> list(Optional<Object> value) {
        return (List<?>) value.orElse(List.of());
    }

    private static List<String> texts(JsonNode operands) {
        return Filters.items(operands).map(JsonNode::stringValue).toList();
    }
}
