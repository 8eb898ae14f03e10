package kith.graphql.reference.interpret;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import kith.graphql.reference.world.Form;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Output;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;
import tools.jackson.databind.JsonNode;

/** What is computed over the records of a group. */
record Measures(World world, Values values, ModelObject object, List<Row> rows) {

    /** The value by the function's name in conditions, e.g. {@code COUNT_DISTINCT}. */
    Optional<Object> of(String function, String field) {
        return function.equals("COUNT")
                ? Optional.of(BigDecimal.valueOf(rows.size()))
                : of(function, field(field));
    }

    private Optional<Object> of(String function, ModelField field) {
        List<Object> present = rows.stream().flatMap(row -> row.value(field).stream()).toList();
        return switch (function) {
            case "SUM" -> present.isEmpty() ? Optional.empty() : Optional.of(sum(present, field));
            case "AVG" ->
                    present.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    sum(present, field)
                                            .divide(
                                                    BigDecimal.valueOf(present.size()),
                                                    field.decimals() + 4,
                                                    RoundingMode.HALF_UP));
            case "MIN" -> present.stream().min(values::compare);
            case "MAX" -> present.stream().max(values::compare);
            case "COUNT_DISTINCT" ->
                    Optional.of(BigDecimal.valueOf(present.stream().distinct().count()));
            case "PERCENT_EMPTY" ->
                    rows.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    BigDecimal.valueOf(100L * (rows.size() - present.size()))
                                            .divide(
                                                    BigDecimal.valueOf(rows.size()),
                                                    2,
                                                    RoundingMode.HALF_UP));
            default -> throw new IllegalArgumentException(function);
        };
    }

    private static BigDecimal sum(List<Object> numbers, ModelField field) {
        return numbers.stream()
                .map(BigDecimal.class::cast)
                .reduce(BigDecimal.ZERO.setScale(field.decimals()), BigDecimal::add);
    }

    ModelField field(String name) {
        return switch (world.model().output(object, name)) {
            case Output.Plain(ModelField plain) -> plain;
            case Output.ReferenceId(ModelField reference) -> reference;
            case Output.Reference _,
                    Output.AnyReference _,
                    Output.TypeOf _,
                    Output.CurrencyOf _,
                    Output.Related _ ->
                    throw new IllegalArgumentException(name);
        };
    }

    JsonNode shown(String function, String fieldName) {
        Optional<Object> value = of(function, fieldName);
        Form form =
                switch (function) {
                    case "COUNT", "COUNT_DISTINCT" -> Form.INT;
                    case "MIN", "MAX" -> field(fieldName).form();
                    default -> Form.DECIMAL;
                };
        return value.map(known -> Values.shown(form, known)).orElse(Values.JSON.nullNode());
    }

    boolean holds(JsonNode condition) {
        return condition.properties().stream()
                .allMatch(entry -> {
                    JsonNode value = entry.getValue();
                    return switch (entry.getKey()) {
                        case "and" -> Filters.items(value).allMatch(this::holds);
                        case "or" -> Filters.items(value).anyMatch(this::holds);
                        case "not" -> !holds(value);
                        case "of", "field" -> true;
                        default -> compares(condition, entry.getKey(), value);
                    };
                });
    }

    private boolean compares(JsonNode condition, String operator, JsonNode operand) {
        String function = condition.get("of").stringValue();
        String field = condition.has("field") ? condition.get("field").stringValue() : "";
        Optional<Object> measured = of(function, field);
        if (operator.equals("isNull")) {
            return measured.isEmpty() == operand.booleanValue();
        }
        Object other =
                function.equals("MIN") || function.equals("MAX")
                        ? Values.read(field(field), operand).orElseThrow()
                        : Values.number(operand);
        Optional<Integer> sign = measured.map(known -> values.compare(known, other));
        return switch (operator) {
            case "eq" -> sign.equals(Optional.of(0));
            case "ne" -> !sign.equals(Optional.of(0));
            case "gt" -> sign.filter(known -> known > 0).isPresent();
            case "gte" -> sign.filter(known -> known >= 0).isPresent();
            case "lt" -> sign.filter(known -> known < 0).isPresent();
            case "lte" -> sign.filter(known -> known <= 0).isPresent();
            default -> throw new IllegalArgumentException(operator);
        };
    }
}
