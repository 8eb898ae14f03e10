package kith.runtime.rollup;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.SlotKind;
import kith.metadata.catalog.Storage;
import kith.metadata.expression.Expression;
import kith.metadata.expression.FieldFormula;
import kith.metadata.expression.Kind;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.value.StoredValues;
import org.jspecify.annotations.Nullable;

/** The column that holds the results of a roll-up. */
record ResultSlot(Field field, Storage.Slot slot) {

    static ResultSlot of(Field field) {
        if (field.storage() instanceof Storage.Slot slot) {
            return new ResultSlot(field, slot);
        }
        throw new IllegalArgumentException(field.name() + " has no slot");
    }

    boolean isNumber() {
        return slot.kind() == SlotKind.NUMBER;
    }

    Sql column() {
        return Sql.identifier(slot.column());
    }

    /** The type of arrays of its values. */
    SqlType arrayType() {
        return switch (slot.kind()) {
            case NUMBER -> SqlType.BIGINT_ARRAY;
            case DATE -> SqlType.DATE_ARRAY;
            case TIME -> SqlType.TIMESTAMP_ARRAY;
            case TEXT, BOOLEAN, REFERENCE, OBJECT ->
                    throw new IllegalArgumentException(field.name() + " holds no results");
        };
    }

    /** An array of the Java type that its values have. */
    @Nullable Object[] array(int size) {
        return switch (slot.kind()) {
            case NUMBER -> new Long[size];
            case DATE -> new LocalDate[size];
            case TIME -> new Instant[size];
            case TEXT, BOOLEAN, REFERENCE, OBJECT ->
                    throw new IllegalArgumentException(field.name() + " holds no results");
        };
    }

    /** A typed value as the column has it. */
    @Nullable Object stored(@Nullable Object value) {
        return value instanceof BigDecimal number
                ? StoredValues.toColumn(number.setScale(StoredValues.decimals(field.type())))
                : value;
    }

    /** A number, rounded to the field's decimals, for the column; null where it has no room. */
    Sql fitted(Sql number) {
        FieldFormula room =
                new FieldFormula(
                        field.type(),
                        new Expression.FieldValue(Kind.NUMBER, List.of(), field, false));
        return scaled(
                Sql.of(
                        "kith_fitted({}, {}, 1e{})",
                        number,
                        Sql.number(room.decimals()),
                        Sql.number(room.wholeDigits())),
                room.decimals());
    }

    static Sql scaled(Sql number, int decimals) {
        return Sql.of("({} * 1e{})::bigint", number, Sql.number(decimals));
    }

    /** What the column holds as text, in the form of the API. */
    Sql shown(Sql stored) {
        return switch (slot.kind()) {
            case NUMBER -> {
                int decimals = StoredValues.decimals(field.type());
                yield decimals == 0
                        ? Sql.of("{}::text", stored)
                        : Sql.of("({} * 1e-{})::text", stored, Sql.number(decimals));
            }
            case DATE -> Sql.of("to_char({}, 'YYYY-MM-DD')", stored);
            case TIME ->
                    Sql.of(
                            "to_char({} at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')",
                            stored);
            case TEXT, BOOLEAN, REFERENCE, OBJECT ->
                    throw new IllegalArgumentException(field.name() + " holds no results");
        };
    }

    /** Under this key the overflow document keeps how many values there are, and their sum. */
    Sql stateKey() {
        return Sql.constant(field.id().toString());
    }
}
