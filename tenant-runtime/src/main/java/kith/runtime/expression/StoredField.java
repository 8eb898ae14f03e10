package kith.runtime.expression;

import kith.metadata.catalog.Field;
import kith.metadata.catalog.Storage;
import kith.metadata.expression.Kind;
import kith.metadata.field.FieldType;
import kith.runtime.sql.Sql;
import kith.runtime.value.StoredValues;

/**
 * The value of a stored field in the type that expressions compute with. Texts compare by code
 * point. Nothing here fails on a document that belongs to another object.
 */
final class StoredField {

    private StoredField() {}

    static Sql value(RowColumns columns, Field field, Kind kind) {
        return field.storage() instanceof Storage.Overflow(int number)
                ? inDocument(columns.column("more"), Sql.number(number), kind)
                : inColumn(column(columns, field), field.type(), kind);
    }

    private static Sql column(RowColumns columns, Field field) {
        return switch (field.storage()) {
            case Storage.Column(var name) -> columns.column(name);
            case Storage.Slot slot -> columns.column(slot.column());
            case Storage.Overflow _, Storage.Links _, Storage.Computed _ ->
                    throw new IllegalArgumentException(field.name() + " has no column");
        };
    }

    private static Sql inColumn(Sql column, FieldType type, Kind kind) {
        return switch (kind) {
            case TEXT ->
                    type instanceof FieldType.TargetObject(var names)
                            ? TargetNames.of(column, names)
                            : Sql.of("({} collate \"C\")", column);
            case NUMBER -> Decimals.scaled(column, StoredValues.decimals(type));
            case BOOLEAN -> Sql.of("coalesce({}, false)", column);
            case DATE, DATE_TIME, REFERENCE -> column;
            case CHOICES -> throw new IllegalArgumentException("Choices are kept in the document");
        };
    }

    private static Sql inDocument(Sql document, Sql key, Kind kind) {
        return switch (kind) {
            case TEXT -> Sql.of("(({} ->> '{}') collate \"C\")", document, key);
            case NUMBER ->
                    Sql.of(
                            "(case when jsonb_typeof({} -> '{}') = 'number' then ({} ->>"
                                    + " '{}')::numeric end)",
                            document,
                            key,
                            document,
                            key);
            case BOOLEAN -> Sql.of("coalesce({} -> '{}' = 'true'::jsonb, false)", document, key);
            case DATE -> Sql.of("kith_date_of({} ->> '{}')", document, key);
            case DATE_TIME -> Sql.of("kith_moment_of({} ->> '{}')", document, key);
            case CHOICES -> Sql.of("({} -> '{}')", document, key);
            case REFERENCE -> throw new IllegalArgumentException("References are kept in columns");
        };
    }
}
