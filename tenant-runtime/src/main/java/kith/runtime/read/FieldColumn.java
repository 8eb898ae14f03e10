package kith.runtime.read;

import kith.metadata.catalog.Field;
import kith.metadata.catalog.Storage;
import kith.metadata.expression.FieldFormula;
import kith.metadata.expression.Kind;
import kith.runtime.expression.ExpressionSql;
import kith.runtime.formula.ColumnValue;
import kith.runtime.sql.Sql;

/** The expression by which the values of a field are compared and sorted. */
final class FieldColumn {

    private FieldColumn() {}

    /** The value as its form says; null where the record has none. */
    static Sql of(Columns columns, Field field) {
        return switch (field.storage()) {
            case Storage.Column column -> columns.column(column.name());
            case Storage.Slot slot -> columns.column(slot.column());
            case Storage.Overflow overflow -> ofOverflow(columns, field, overflow);
            case Storage.Computed(var formula) ->
                    field.isStored()
                            ? ColumnValue.of((FieldFormula) formula, columns)
                            : computed(columns, (FieldFormula) formula);
            case Storage.Links _ ->
                    throw new IllegalArgumentException(field.name() + " has no column");
        };
    }

    /** What expressions compare by code point is sorted as all texts are. */
    private static Sql computed(Columns columns, FieldFormula formula) {
        Sql value = new ExpressionSql(columns).fitted(formula);
        return formula.expression().kind() == Kind.TEXT
                ? Sql.of("({} collate \"und-x-icu\")", value)
                : value;
    }

    /**
     * A document may belong to another object until the condition on the object was evaluated, so
     * nothing here fails on a value of another type.
     */
    private static Sql ofOverflow(Columns columns, Field field, Storage.Overflow overflow) {
        Sql text = text(columns, overflow);
        return switch (ValueForm.of(field)) {
            case TEXT -> Sql.of("({}) collate \"und-x-icu\"", text);
            case PLAIN -> Sql.of("({}) collate \"C\"", text);
            case EXACT -> exact(document(columns, overflow));
            case FLAG -> Sql.of("({} = 'true'::jsonb)", document(columns, overflow));
            case LIST -> document(columns, overflow);
            case SCALED, DATE, MOMENT, ID, OBJECT ->
                    throw new IllegalArgumentException(field.name() + " is kept in a column");
        };
    }

    private static Sql exact(Sql document) {
        return Sql.of(
                "case when jsonb_typeof({}) = 'number' then ({})::numeric end", document, document);
    }

    /** The value in the overflow document, as JSON. */
    static Sql document(Columns columns, Storage.Overflow overflow) {
        return Sql.of("{} -> '{}'", columns.column("more"), Sql.number(overflow.number()));
    }

    private static Sql text(Columns columns, Storage.Overflow overflow) {
        return Sql.of("{} ->> '{}'", columns.column("more"), Sql.number(overflow.number()));
    }

    /** The value for sorting: a yes-no field without value counts as no. */
    static Sql sortable(Columns columns, Field field) {
        Sql column = of(columns, field);
        return ValueForm.of(field) == ValueForm.FLAG
                ? Sql.of("coalesce({}, false)", column)
                : column;
    }

    /** Whether a record can be without: every one has a name, typed or counted. */
    static boolean isNullable(Field field) {
        if (ValueForm.of(field) == ValueForm.FLAG) {
            return false;
        }
        return switch (field.storage()) {
            case Storage.Column(var name) ->
                    switch (name) {
                        case "id", "version", "name", "created_at", "updated_at" -> false;
                        default -> true;
                    };
            case Storage.Slot _, Storage.Overflow _, Storage.Links _, Storage.Computed _ -> true;
        };
    }

    /** Whether an index of the shared table is ordered by this field. */
    static boolean isIndexed(Field field) {
        return switch (field.storage()) {
            case Storage.Column(var name) ->
                    switch (name) {
                        case "name", "owner", "created_at", "updated_at" -> true;
                        default -> false;
                    };
            case Storage.Slot slot -> slot.isIndexed();
            case Storage.Overflow _, Storage.Links _, Storage.Computed _ -> false;
        };
    }
}
