package kith.runtime.read;

import kith.metadata.catalog.Field;
import kith.runtime.sql.Sql;
import kith.runtime.value.StoredValues;

/** What is computed over a group: as SQL computes it, and as it is shown. */
final class MeasureSql {

    /** Decimals of an average beyond those of its field. */
    private static final int AVERAGE_DECIMALS = 4;

    /** So many more decide how an average is rounded, even among 10^12 records. */
    private static final int ROUNDING_DECIMALS = 20;

    private static final int PERCENT_DECIMALS = 2;

    private MeasureSql() {}

    /** The value, numbers with the decimals that callers see. */
    static Sql value(Measure measure, Row row) {
        return switch (measure) {
            case Measure.Count _ -> Sql.text("count(*)");
            case Measure.Of(var function, var field) ->
                    switch (function) {
                        case SUM -> sum(number(row, field), field);
                        case AVERAGE -> average(number(row, field), field);
                        case MIN -> Sql.of("min({})", FieldColumn.of(row::inner, field));
                        case MAX -> Sql.of("max({})", FieldColumn.of(row::inner, field));
                        case COUNT_DISTINCT ->
                                Sql.of(
                                        "count(distinct {})",
                                        FieldColumn.sortable(row::inner, field));
                        case PERCENT_EMPTY -> percentEmpty(field, row);
                    };
        };
    }

    /** The JSON of a value. */
    static Sql json(Sql value, Measure measure) {
        return switch (measure) {
            case Measure.Count _ -> value;
            case Measure.Of(var function, var field) ->
                    switch (function) {
                        case SUM, AVERAGE, PERCENT_EMPTY -> Sql.of("{}::text", value);
                        case MIN, MAX -> FieldJson.ofValue(value, field);
                        case COUNT_DISTINCT -> value;
                    };
        };
    }

    private static Sql number(Row row, Field field) {
        ValueForm form = ValueForm.of(field);
        if (form != ValueForm.SCALED && form != ValueForm.EXACT) {
            throw new IllegalArgumentException(field.name() + " is no number");
        }
        return FieldColumn.of(row::inner, field);
    }

    /** The sum of bigints is numeric, so that it cannot overflow. */
    private static Sql sum(Sql number, Field field) {
        int decimals = StoredValues.decimals(field.type());
        if (ValueForm.of(field) == ValueForm.EXACT) {
            return Sql.of("round(sum({}), {})", number, Sql.number(decimals));
        }
        return decimals == 0
                ? Sql.of("sum({})", number)
                : Sql.of("sum({}) * {}", number, FieldJson.unit(decimals));
    }

    /** A quotient has as many decimals as its dividend, so the unit is written with enough. */
    private static Sql average(Sql number, Field field) {
        int decimals = StoredValues.decimals(field.type());
        Sql unit =
                ValueForm.of(field) == ValueForm.EXACT ? Sql.text("1") : FieldJson.unit(decimals);
        return Sql.of(
                "round(sum({}) * {}::numeric(80, {}) / nullif(count({}), 0), {})",
                number,
                unit,
                Sql.number((long) decimals + ROUNDING_DECIMALS),
                number,
                Sql.number((long) decimals + AVERAGE_DECIMALS));
    }

    private static Sql percentEmpty(Field field, Row row) {
        return Sql.of(
                "round(100.0 * count(*) filter (where {}) / nullif(count(*), 0), {})",
                ConditionRenderer.missing(field, row),
                Sql.number(PERCENT_DECIMALS));
    }
}
