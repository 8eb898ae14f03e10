package kith.runtime.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.field.FieldType;
import kith.runtime.read.Predicate.Operator;
import kith.runtime.sql.Sql;
import kith.runtime.value.StoredValues;
import kith.runtime.value.ValueJson;

/** A field's value compared with another one. */
final class Comparison {

    private Comparison() {}

    /**
     * Compares.
     *
     * @param column the field's value as {@link FieldColumn} gives it
     */
    static Sql of(Sql column, Field field, Operator operator, Object value) {
        return value instanceof OpenValue(var name, var sample, var typing)
                ? Sql.open(
                        name,
                        with(column, field, operator, sample),
                        given ->
                                typing.apply(given)
                                        .map(typed -> with(column, field, operator, typed)))
                : with(column, field, operator, value);
    }

    private static Sql with(Sql column, Field field, Operator operator, Object value) {
        return switch (ValueForm.of(field)) {
            case TEXT -> TextComparison.of(column, field, operator, (String) value);
            case SCALED ->
                    ScaledComparison.of(
                            column,
                            operator,
                            (BigDecimal) value,
                            StoredValues.decimals(field.type()));
            case EXACT ->
                    simple(column, operator, Sql.bind(ExactNumbers.within((BigDecimal) value)));
            case DATE -> simple(column, operator, Sql.bind((LocalDate) value));
            case MOMENT -> simple(column, operator, Sql.bind((Instant) value));
            case ID -> simple(column, operator, Sql.bind((UUID) value));
            case OBJECT -> isObject(column, field, operator, (String) value);
            case PLAIN -> simple(column, operator, Sql.bind(plain(value)));
            case FLAG -> flag(column, operator, (Boolean) value);
            case LIST -> has(column, operator, (String) value);
        };
    }

    private static Sql isObject(Sql column, Field field, Operator operator, String name) {
        if (operator != Operator.EQ) {
            throw new IllegalArgumentException(operator + " does not fit an object");
        }
        return objectKey(field, name)
                .map(key -> simple(column, operator, Sql.bind(key)))
                .orElseGet(() -> Sql.text("false"));
    }

    /** The key of a target by its name. */
    static Optional<Integer> objectKey(Field field, String name) {
        return field.type() instanceof FieldType.TargetObject target
                ? target.keyOf(name)
                : Optional.empty();
    }

    /** Dates and moments as the overflow document holds them. */
    static String plain(Object value) {
        return value instanceof Instant moment ? ValueJson.text(moment) : value.toString();
    }

    static Sql simple(Sql column, Operator operator, Sql value) {
        return switch (operator) {
            case EQ -> Sql.of("{} = {}", column, value);
            case GT -> Sql.of("{} > {}", column, value);
            case GTE -> Sql.of("{} >= {}", column, value);
            case LT -> Sql.of("{} < {}", column, value);
            case LTE -> Sql.of("{} <= {}", column, value);
            case CONTAINS,
                    STARTS_WITH,
                    ENDS_WITH,
                    EQ_CI,
                    CONTAINS_CI,
                    STARTS_WITH_CI,
                    ENDS_WITH_CI,
                    HAS ->
                    throw new IllegalArgumentException(operator + " does not fit the field");
        };
    }

    /** A field without value counts as no. */
    private static Sql flag(Sql column, Operator operator, boolean value) {
        if (operator == Operator.EQ) {
            return value ? column : Sql.of("{} is not true", column);
        }
        return simple(Sql.of("coalesce({}, false)", column), operator, Sql.bind(value));
    }

    private static Sql has(Sql column, Operator operator, String value) {
        if (operator != Operator.HAS) {
            throw new IllegalArgumentException(operator + " does not fit a list");
        }
        return TextComparison.isStorable(value)
                ? Sql.of("{} ? {}", column, Sql.bind(value))
                : Sql.text("false");
    }
}
