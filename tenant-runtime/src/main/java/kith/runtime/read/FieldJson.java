package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Storage;
import kith.metadata.field.FieldType;
import kith.runtime.sql.Sql;
import kith.runtime.value.StoredValues;

/** The value of a field as the API shows it. */
final class FieldJson {

    /** GraphQL's Int holds nine digits and no more. */
    private static final int INT_DIGITS = 9;

    /** By the number of decimals: what a scaled number is multiplied with, exactly. */
    private static final List<Sql> UNITS =
            List.of(
                    Sql.text("1"),
                    Sql.text("0.1"),
                    Sql.text("0.01"),
                    Sql.text("0.001"),
                    Sql.text("0.0001"),
                    Sql.text("0.00001"),
                    Sql.text("0.000001"),
                    Sql.text("0.0000001"),
                    Sql.text("0.00000001"),
                    Sql.text("0.000000001"),
                    Sql.text("0.0000000001"),
                    Sql.text("0.00000000001"),
                    Sql.text("0.000000000001"),
                    Sql.text("0.0000000000001"),
                    Sql.text("0.00000000000001"),
                    Sql.text("0.000000000000001"),
                    Sql.text("0.0000000000000001"),
                    Sql.text("0.00000000000000001"),
                    Sql.text("0.000000000000000001"));

    private FieldJson() {}

    static Sql of(Row row, Field field) {
        return field.storage() instanceof Storage.Overflow overflow
                ? ofOverflow(row, field, overflow)
                : ofColumn(FieldColumn.of(row, field), field);
    }

    private static Sql ofColumn(Sql column, Field field) {
        return ValueForm.of(field) == ValueForm.FLAG
                ? Sql.of("coalesce({}, false)", column)
                : ofValue(column, field);
    }

    /** A value as {@link FieldColumn} gives it, or one of several such. */
    static Sql ofValue(Sql value, Field field) {
        return switch (ValueForm.of(field)) {
            case TEXT, DATE, ID, FLAG, PLAIN, LIST -> value;
            case SCALED -> isInt(field) ? value : decimal(value, field);
            case EXACT -> isInt(field) ? value : exact(value, field);
            case MOMENT -> moment(value);
            case OBJECT -> objectName(value, field);
        };
    }

    /** The name of the object that a key stands for. */
    private static Sql objectName(Sql key, Field field) {
        if (!(field.type() instanceof FieldType.TargetObject(var names))) {
            throw new IllegalArgumentException(field.name() + " tells of no object");
        }
        List<Sql> cases = new ArrayList<>();
        names.forEach((object, name) ->
                cases.add(Sql.of("when {} then {}", Sql.number(object), Sql.constant(name))));
        return Sql.of("case {} {} end", key, Sql.join(" ", cases));
    }

    static Sql moment(Sql value) {
        return Sql.of("to_char({} at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')", value);
    }

    private static Sql ofOverflow(Row row, Field field, Storage.Overflow overflow) {
        Sql document = FieldColumn.document(row, overflow);
        return switch (ValueForm.of(field)) {
            case TEXT, PLAIN -> document;
            case EXACT -> isInt(field) ? document : exact(FieldColumn.of(row, field), field);
            case FLAG -> Sql.of("coalesce({}, 'false')", document);
            case LIST -> Sql.of("coalesce({}, '[]')", document);
            case SCALED, DATE, MOMENT, ID, OBJECT ->
                    throw new IllegalArgumentException(field.name() + " is kept in a column");
        };
    }

    /** A product of a whole number and a unit has exactly the unit's decimals. */
    static Sql decimal(Sql column, Field field) {
        int decimals = StoredValues.decimals(field.type());
        return decimals == 0
                ? Sql.of("{}::text", column)
                : Sql.of("({} * {})::text", column, unit(decimals));
    }

    /** What a number of so many decimals is counted in. */
    static Sql unit(int decimals) {
        return UNITS.get(decimals);
    }

    private static Sql exact(Sql number, Field field) {
        return Sql.of(
                "round({}, {})::text", number, Sql.number(StoredValues.decimals(field.type())));
    }

    private static boolean isInt(Field field) {
        return field.type() instanceof FieldType.Numeric(var digits, var decimals)
                && decimals == 0
                && digits <= INT_DIGITS;
    }
}
