package kith.runtime.formula;

import kith.metadata.catalog.Field;
import kith.metadata.catalog.Storage;
import kith.metadata.catalog.StoredFormula;
import kith.metadata.expression.FieldFormula;
import kith.metadata.field.FieldType;
import kith.runtime.expression.ExpressionSql;
import kith.runtime.expression.RowColumns;
import kith.runtime.sql.Sql;
import kith.runtime.value.StoredValues;

/** The column with the values of a stored formula, and what it has to hold. */
record FormulaColumn(StoredFormula formula) {

    Sql name() {
        Field field = formula.field();
        if (field.storage() instanceof Storage.Slot slot) {
            return Sql.identifier(slot.column());
        }
        throw new IllegalArgumentException(field.name() + " has no slot");
    }

    /**
     * The value for a row. A text is cut to the length of its field: an index holds no longer one.
     */
    Sql value(RowColumns row) {
        Sql value = new ExpressionSql(row).fitted((FieldFormula) formula.formula());
        return switch (formula.field().type()) {
            case FieldType.Numeric _, FieldType.Currency _, FieldType.Percent _ ->
                    Sql.of(
                            "({} * 1e{})::bigint",
                            value,
                            Sql.number(StoredValues.decimals(formula.field().type())));
            case FieldType.Text(int maxLength) ->
                    Sql.of("(left({}, {}) collate \"und-x-icu\")", value, Sql.number(maxLength));
            case FieldType.Date _, FieldType.DateTime _, FieldType.Checkbox _ -> value;
            case FieldType.Id _,
                    FieldType.LongText _,
                    FieldType.Picklist _,
                    FieldType.MultiPicklist _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.TargetObject _,
                    FieldType.MasterDetail _,
                    FieldType.ManyToMany _ ->
                    throw new IllegalArgumentException(formula.field().name() + " has no formula");
        };
    }
}
