package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import kith.runtime.sql.Sql;

/**
 * Where rows come from, and which of them. Only {@link Tables} starts one, with its guard.
 *
 * @param isOfOneRecord whether they hang on one record: few, and found by an index of their own
 */
record Rows(Sql from, List<Sql> where, boolean isOfOneRecord) {

    Rows {
        where = List.copyOf(where);
    }

    Rows and(Sql condition) {
        List<Sql> conditions = new ArrayList<>(where);
        conditions.add(condition);
        return new Rows(from, conditions, isOfOneRecord);
    }

    Rows ofOneRecord() {
        return new Rows(from, where, true);
    }

    Rows joining(List<Sql> joins) {
        return joins.isEmpty()
                ? this
                : new Rows(Sql.of("{} {}", from, Sql.join(" ", joins)), where, isOfOneRecord);
    }

    /** {@code from … where …}; a table of a single object may need no condition. */
    Sql clauses() {
        return where.isEmpty()
                ? Sql.of("from {}", from)
                : Sql.of("from {} where {}", from, Sql.join(" and ", where));
    }
}
