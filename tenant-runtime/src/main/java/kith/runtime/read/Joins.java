package kith.runtime.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.runtime.read.OrderPlan.Step;
import kith.runtime.sql.Sql;

/** The records that a row's to-one fields lead to; each way is joined once. */
final class Joins {

    private final Tables tables;
    private final Row start;
    private final Map<List<Way>, Row> joined = new HashMap<>();
    private final List<Sql> clauses = new ArrayList<>();

    Joins(Tables tables, Row start) {
        this.tables = tables;
        this.start = start;
    }

    /** A field, and the object to whose records it leads. */
    private record Way(UUID reference, int target) {
        static Way of(Step step) {
            return new Way(step.reference().id(), step.target().object().key());
        }
    }

    /** The row at the end of the way; its columns are null where the way ends before. */
    Row at(List<Step> way) {
        if (way.isEmpty()) {
            return start;
        }
        List<Way> name = way.stream().map(Way::of).toList();
        Row known = joined.get(name);
        return known != null ? known : join(name, way);
    }

    private Row join(List<Way> name, List<Step> way) {
        Row before = at(way.subList(0, way.size() - 1));
        Row row = tables.row();
        Step step = way.getLast();
        Sql id = FieldColumn.of(before::inner, step.reference());
        clauses.add(tables.leftJoin(row, step.target(), id));
        joined.put(name, row);
        return row;
    }

    /** In the order in which they build on each other. */
    List<Sql> clauses() {
        return clauses;
    }

    /**
     * The value for sorting and grouping; of no record there is neither yes nor no, nor a result.
     */
    Sql sortable(Row at, Field field) {
        Sql value = FieldColumn.sortable(at::inner, field);
        boolean isNeverMissing = ValueForm.of(field) == ValueForm.FLAG || field.isComputed();
        return at != start && isNeverMissing
                ? Sql.of("case when {} is not null then {} end", at.inner("id"), value)
                : value;
    }
}
