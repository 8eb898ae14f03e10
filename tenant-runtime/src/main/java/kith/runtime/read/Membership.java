package kith.runtime.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.value.StoredValues;

/** A field that has one of several values; they travel as one array, however many. */
final class Membership {

    private Membership() {}

    static Sql of(Columns columns, Field field, List<Object> values) {
        Sql column = FieldColumn.of(columns, field);
        return switch (ValueForm.of(field)) {
            case TEXT -> any(column, SqlType.TEXT_ARRAY, texts(values));
            case SCALED -> any(column, SqlType.BIGINT_ARRAY, scaled(field, values));
            case EXACT ->
                    any(
                            column,
                            SqlType.NUMERIC_ARRAY,
                            values.stream()
                                    .map(value -> ExactNumbers.within((BigDecimal) value))
                                    .toArray(BigDecimal[]::new));
            case DATE -> any(column, SqlType.DATE_ARRAY, values.toArray(LocalDate[]::new));
            case MOMENT -> any(column, SqlType.TIMESTAMP_ARRAY, values.toArray(Instant[]::new));
            case ID -> any(column, SqlType.UUID_ARRAY, values.toArray(UUID[]::new));
            case PLAIN ->
                    any(
                            column,
                            SqlType.TEXT_ARRAY,
                            values.stream().map(Comparison::plain).toArray(String[]::new));
            case OBJECT ->
                    any(
                            column,
                            SqlType.INTEGER_ARRAY,
                            values.stream()
                                    .flatMap(name ->
                                            Comparison.objectKey(field, (String) name).stream())
                                    .toArray(Integer[]::new));
            case FLAG -> flag(column, values);
            case LIST -> Sql.of("{} ?| {}", column, Sql.bind(SqlType.TEXT_ARRAY, texts(values)));
        };
    }

    private static Sql any(Sql column, SqlType type, Object[] values) {
        return values.length == 0
                ? Sql.text("false")
                : Sql.of("{} = any ({})", column, Sql.bind(type, values));
    }

    private static String[] texts(List<Object> values) {
        return values.stream()
                .map(String.class::cast)
                .filter(TextComparison::isStorable)
                .toArray(String[]::new);
    }

    private static Long[] scaled(Field field, List<Object> values) {
        int decimals = StoredValues.decimals(field.type());
        return values.stream()
                .map(value -> ScaledComparison.scaled((BigDecimal) value, decimals))
                .filter(ScaledComparison::isHoldable)
                .map(BigDecimal::longValueExact)
                .toArray(Long[]::new);
    }

    private static Sql flag(Sql column, List<Object> values) {
        boolean holdsYes = values.contains(true);
        boolean holdsNo = values.contains(false);
        if (holdsYes && holdsNo) {
            return Sql.text("true");
        }
        if (holdsYes) {
            return column;
        }
        return holdsNo ? Sql.of("{} is not true", column) : Sql.text("false");
    }
}
