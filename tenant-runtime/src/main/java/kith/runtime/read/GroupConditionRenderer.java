package kith.runtime.read;

import java.math.BigDecimal;
import kith.metadata.catalog.Field;
import kith.runtime.read.Predicate.Operator;
import kith.runtime.sql.Sql;

/** Conditions on groups as SQL that is true where they hold. */
record GroupConditionRenderer(Row row) {

    Sql render(GroupCondition condition) {
        return switch (condition) {
            case GroupCondition.All(var parts) ->
                    parts.isEmpty()
                            ? Sql.text("true")
                            : Sql.of(
                                    "({})",
                                    Sql.join(" and ", parts.stream().map(this::render).toList()));
            case GroupCondition.Any(var parts) ->
                    parts.isEmpty()
                            ? Sql.text("false")
                            : Sql.of(
                                    "({})",
                                    Sql.join(" or ", parts.stream().map(this::render).toList()));
            case GroupCondition.Not(var part) -> Sql.of("({}) is not true", render(part));
            case GroupCondition.Compare(var measure, var operator, var value) ->
                    compare(measure, operator, value);
            case GroupCondition.Missing(var measure) ->
                    Sql.of("{} is null", MeasureSql.value(measure, row));
        };
    }

    private Sql compare(Measure measure, Operator operator, Object value) {
        Sql measured = MeasureSql.value(measure, row);
        return switch (measure) {
            case Measure.Count _ -> number(measured, operator, value);
            case Measure.Of(var function, Field field) ->
                    switch (function) {
                        case SUM, AVERAGE, COUNT_DISTINCT, PERCENT_EMPTY ->
                                number(measured, operator, value);
                        case MIN, MAX -> Comparison.of(measured, field, operator, value);
                    };
        };
    }

    private static Sql number(Sql measured, Operator operator, Object value) {
        return Comparison.simple(
                measured, operator, Sql.bind(ExactNumbers.within((BigDecimal) value)));
    }
}
