package kith.runtime.rollup;

import java.util.ArrayList;
import java.util.List;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RollUp;
import kith.metadata.catalog.Storage;
import kith.metadata.expression.Condition;
import kith.metadata.expression.Expression;
import kith.metadata.expression.Kind;
import kith.runtime.expression.ExpressionSql;
import kith.runtime.sql.Sql;
import kith.runtime.storage.RecordTable;
import kith.runtime.value.StoredValues;

/** The records {@code c} that a roll-up sums up, and what it takes of each. */
record ChildValues(Catalog catalog, Sql tenant, RollUp rollUp) {

    private static final ExpressionSql ROW =
            new ExpressionSql(name -> Sql.of("c.{}", Sql.identifier(name)));

    /** The field that is summed up, as an expression about its record. */
    static Expression expression(RollUp rollUp) {
        Field of = rollUp.of().orElseThrow();
        return new Expression.FieldValue(Kind.of(of.type()).orElseThrow(), List.of(), of, false);
    }

    Sql table() {
        return RecordTable.of(child()).name();
    }

    /** The record that has the result. */
    Sql parent() {
        return column(rollUp.through());
    }

    /** The value as it is computed with: numbers are numeric. */
    Sql value() {
        return ROW.value(expression(rollUp));
    }

    /** The value as the field's slot has it: the column itself where it has the same form. */
    Sql inSlot() {
        Field of = rollUp.of().orElseThrow();
        boolean isStored =
                of.storage() instanceof Storage.Slot || of.storage() instanceof Storage.Column;
        int decimals = StoredValues.decimals(rollUp.field().type());
        if (isStored && StoredValues.decimals(of.type()) == decimals) {
            return column(of);
        }
        return ResultSlot.of(rollUp.field()).isNumber()
                ? ResultSlot.scaled(value(), decimals)
                : value();
    }

    /** Which of the records count. */
    Sql condition() {
        List<Sql> all = new ArrayList<>();
        all.add(Sql.of("c.tenant = {}", tenant));
        all.add(Sql.of("c.object = {}", Sql.number(child().key())));
        all.add(Sql.text("c.deleted_at is null"));
        rollUp.where()
                .ifPresent(where ->
                        all.add(
                                Sql.of(
                                        "({}) is true",
                                        ROW.condition(((Condition) where).expression()))));
        return Sql.join(" and ", all);
    }

    private ObjectType child() {
        return catalog.require(rollUp.child());
    }

    private static Sql column(Field field) {
        return switch (field.storage()) {
            case Storage.Column(String name) -> Sql.of("c.{}", Sql.identifier(name));
            case Storage.Slot slot -> Sql.of("c.{}", Sql.identifier(slot.column()));
            case Storage.Overflow _, Storage.Links _, Storage.Computed _ ->
                    throw new IllegalArgumentException(field.name() + " has no column");
        };
    }
}
