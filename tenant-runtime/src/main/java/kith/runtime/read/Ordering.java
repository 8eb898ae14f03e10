package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import kith.runtime.sql.Sql;

/**
 * An order as SQL, for the rows of one page.
 *
 * @param joins what the keys of related records need
 * @param carried expressions of related records that cursors need outside of the page
 */
record Ordering(
        OrderPlan plan,
        List<SortKey> keys,
        List<Sql> joins,
        List<Sql> carried,
        boolean isReversed) {

    /**
     * One key.
     *
     * @param inner the value beside the tables
     * @param outer the value outside of the page
     */
    record SortKey(
            OrderPlan.Key key,
            Sql inner,
            Columned outer,
            boolean isDescending,
            boolean isNullsLast,
            boolean isNullable) {

        ValueForm form() {
            return ValueForm.of(key.field());
        }

        /** {@code text_1 desc nulls last}, without what PostgreSQL takes for granted. */
        Sql term() {
            Sql direction = isDescending ? Sql.of("{} desc", inner) : inner;
            if (!isNullable || isNullsLast != isDescending) {
                return direction;
            }
            return isNullsLast
                    ? Sql.of("{} nulls last", direction)
                    : Sql.of("{} nulls first", direction);
        }
    }

    /** An expression that is only made when used, for using it picks columns. */
    @FunctionalInterface
    interface Columned {
        Sql sql();
    }

    static Ordering of(Tables tables, Row row, OrderPlan order, boolean isReversed) {
        OrderPlan plan = isReversed ? order.reversed() : order;
        List<SortKey> keys = new ArrayList<>();
        List<Sql> joins = new ArrayList<>();
        List<Sql> carried = new ArrayList<>();
        for (OrderPlan.Key key : plan.keys()) {
            keys.add(key.isOwn() ? own(key, row) : throughJoins(tables, key, row, joins, carried));
        }
        return new Ordering(plan, keys, joins, carried, isReversed);
    }

    private static SortKey own(OrderPlan.Key key, Row row) {
        return new SortKey(
                key,
                FieldColumn.sortable(row::inner, key.field()),
                () -> FieldColumn.sortable(row, key.field()),
                key.isDescending(),
                key.isNullsLast(),
                FieldColumn.isNullable(key.field()));
    }

    /** Behind a reference everything can be missing. */
    private static SortKey throughJoins(
            Tables tables, OrderPlan.Key key, Row row, List<Sql> joins, List<Sql> carried) {
        Row at = row;
        for (OrderPlan.Step step : key.through()) {
            Row next = tables.row();
            Sql id = FieldColumn.of(at::inner, step.reference());
            joins.add(tables.leftJoin(next, step.target(), id));
            at = next;
        }
        Sql inner = whereThere(at, FieldColumn.sortable(at::inner, key.field()), key);
        Sql name = Sql.of("k{}", Sql.number(carried.size() + 1L));
        carried.add(Sql.of("{} as {}", inner, name));
        Sql outer = Sql.of("{}.{}", row.alias(), name);
        return new SortKey(key, inner, () -> outer, key.isDescending(), key.isNullsLast(), true);
    }

    /** A yes-no field of no record is neither. */
    private static Sql whereThere(Row at, Sql value, OrderPlan.Key key) {
        return ValueForm.of(key.field()) == ValueForm.FLAG
                ? Sql.of("case when {} is not null then {} end", at.inner("id"), value)
                : value;
    }

    /** {@code key, key desc nulls last, id desc}. */
    Sql terms(Row row) {
        List<Sql> terms = new ArrayList<>();
        keys.forEach(key -> terms.add(key.term()));
        terms.add(idTerm(row));
        return Sql.join(", ", terms);
    }

    Sql idTerm(Row row) {
        return plan.isIdDescending() ? Sql.of("{} desc", row.inner("id")) : row.inner("id");
    }
}
