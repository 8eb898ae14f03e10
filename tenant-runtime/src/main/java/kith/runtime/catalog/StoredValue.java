package kith.runtime.catalog;

import java.math.BigDecimal;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Storage;
import kith.metadata.field.FieldType;
import kith.runtime.sql.Sql;
import kith.runtime.value.StoredValues;

/** The values of a field in rows {@code r} of the shared record table. */
final class StoredValue {

    /** Longer keys are represented by their digest, as {@code UniqueKeys} says. */
    private static final int LONGEST_KEY = 1_000;

    private StoredValue() {}

    /** The value as a text or in its column's type; null where a record has none. */
    static Sql of(Field field) {
        return switch (field.storage()) {
            case Storage.Column column -> Sql.of("r.{}", Sql.identifier(column.name()));
            case Storage.Slot slot -> Sql.of("r.{}", Sql.identifier(slot.column()));
            case Storage.Overflow overflow ->
                    Sql.of("(r.more ->> '{}')", Sql.number(overflow.number()));
            case Storage.Links _, Storage.Computed _ ->
                    throw new IllegalArgumentException(field.name() + " has no value of its own");
        };
    }

    /** The value in the overflow document, as JSON. */
    static Sql document(Storage.Overflow overflow) {
        return Sql.of("(r.more -> '{}')", Sql.number(overflow.number()));
    }

    /** The text by which a value is unique: what {@code UniqueKeys} gives for the same value. */
    static Sql uniqueKey(Field field) {
        Sql text = keyText(field);
        return Sql.of(
                """
                case when octet_length({}) <= {} then {}
                    else 'sha-256:' || encode(sha256(convert_to({}, 'UTF8')), 'hex') end
                """,
                text,
                Sql.number(LONGEST_KEY),
                text,
                text);
    }

    private static Sql keyText(Field field) {
        if (field.type() instanceof FieldType.Email) {
            return Sql.of("lower({})", of(field));
        }
        if (field.type() instanceof FieldType.Numeric) {
            BigDecimal unit =
                    field.storage() instanceof Storage.Slot
                            ? BigDecimal.ONE.movePointLeft(StoredValues.decimals(field.type()))
                            : BigDecimal.ONE;
            return Sql.of("trim_scale({}::numeric * {})::text", of(field), Sql.bind(unit));
        }
        return Sql.of("{}::text", of(field));
    }
}
