package kith.runtime.formula;

import kith.metadata.expression.FieldFormula;
import kith.metadata.field.FieldType;
import kith.runtime.expression.ExpressionSql;
import kith.runtime.expression.RowColumns;
import kith.runtime.sql.Sql;
import kith.runtime.value.StoredValues;

/**
 * What a formula gives for a row, in the form that a column has. Whoever reads a formula whose
 * column is stale reads this in its place: so whatever is made of it, a cursor for instance, is the
 * same as if it came from the column.
 */
public final class ColumnValue {

    private ColumnValue() {}

    /** A text is cut to the length of its field: an index holds no longer one. */
    public static Sql of(FieldFormula formula, RowColumns row) {
        Sql value = new ExpressionSql(row).fitted(formula);
        return switch (formula.type()) {
            case FieldType.Numeric _, FieldType.Currency _, FieldType.Percent _ ->
                    Sql.of(
                            "({} * 1e{})::bigint",
                            value,
                            Sql.number(StoredValues.decimals(formula.type())));
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
                    throw new IllegalArgumentException("No formula gives a " + formula.type());
        };
    }
}
