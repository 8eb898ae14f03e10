package kith.runtime.formula;

import kith.metadata.catalog.Field;
import kith.metadata.catalog.Storage;
import kith.metadata.catalog.StoredFormula;
import kith.metadata.expression.FieldFormula;
import kith.runtime.expression.RowColumns;
import kith.runtime.sql.Sql;

/** The column with the values of a stored formula, and what it has to hold. */
record FormulaColumn(StoredFormula formula) {

    Sql name() {
        Field field = formula.field();
        if (field.storage() instanceof Storage.Slot slot) {
            return Sql.identifier(slot.column());
        }
        throw new IllegalArgumentException(field.name() + " has no slot");
    }

    /** The value for a row. */
    Sql value(RowColumns row) {
        return ColumnValue.of((FieldFormula) formula.formula(), row);
    }
}
