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
            return term(inner);
        }

        /** The same for the value under another name. */
        Sql term(Sql value) {
            Sql direction = isDescending ? Sql.of("{} desc", value) : value;
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
        Joins joins = new Joins(tables, row);
        List<Sql> carried = new ArrayList<>();
        for (OrderPlan.Key key : plan.keys()) {
            keys.add(key.isOwn() ? own(key, row) : throughJoins(key, row, joins, carried));
        }
        return new Ordering(plan, keys, joins.clauses(), carried, isReversed);
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
            OrderPlan.Key key, Row row, Joins joins, List<Sql> carried) {
        Sql inner = joins.sortable(joins.at(key.through()), key.field());
        Sql name = Sql.of("k{}", Sql.number(carried.size() + 1L));
        carried.add(Sql.of("{} as {}", inner, name));
        Sql outer = Sql.of("{}.{}", row.alias(), name);
        return new SortKey(key, inner, () -> outer, key.isDescending(), key.isNullsLast(), true);
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
