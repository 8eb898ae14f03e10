package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kith.runtime.access.RowFilter;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;

/**
 * What a subscriber is told of a stretch of the stream. Whether a record matches is asked of the
 * record as it is now, in the bin or not; of one that the caller may not see nothing is told. A
 * change of a field that the filter asks, after which the record does not match, is told as its
 * removal, without its values.
 */
record EventsRenderer(
        Tables tables,
        RecordRenderer records,
        Source source,
        Condition filter,
        FilterFields filterFields,
        ReadableFields readable) {

    private static final Sql KIND =
            Sql.of(
                    "case when m.matches or c.kind in ('DELETE', 'DESTROY') then {} else 'REMOVED' end",
                    ChangeRenderer.KIND);

    Sql render(ChangePlan change, Sql after, Sql until) {
        Row row = tables.row();
        Sql visible = Sql.of("{} is not null", row.inner("id"));
        Sql matches = Sql.of("(({}) is true)", new ConditionRenderer(tables).render(filter, row));
        Rows events =
                tables.changes(after)
                        .joining(
                                List.of(
                                        Sql.of(
                                                "join {} on true",
                                                Sql.of(
                                                        "(select s.mark {}) s",
                                                        tables.stream().clauses())),
                                        tables.leftJoin(row, source, Sql.text("c.record")),
                                        Sql.of(
                                                "cross join lateral (select {} and {} as matches) m",
                                                visible,
                                                matches)))
                        .and(Sql.of("c.position <= {}", until))
                        .and(Sql.of("c.object = {}", Sql.number(source.object().key())))
                        .and(told(visible));
        Sql json =
                new ChangeRenderer(tables, records, readable, KIND, whole -> whole(whole, row))
                        .render(change, List.of(source));
        return Sql.of(
                "(select coalesce(json_object_agg(c.position, {} order by c.position), '{ }'::json) {})",
                json,
                events.clauses());
    }

    private Sql told(Sql visible) {
        List<Sql> any = new ArrayList<>();
        any.add(Sql.of("m.matches and {}", readable.anyChanged()));
        any.add(Sql.of("{} and c.kind = 'UPDATE' and {}", visible, leaves()));
        if (!filterFields.isDecidedByFields()) {
            // Its parts went into the bin with it, so it may have matched until then.
            any.add(Sql.of("{} and c.kind = 'DELETE'", visible));
        }
        if (source.rows() instanceof RowFilter.Everything) {
            any.add(Sql.text("c.kind = 'DESTROY'"));
        }
        return Sql.of("({})", Sql.join(" or ", any));
    }

    /** Whether a change may have made the record leave what the filter matches. */
    private Sql leaves() {
        if (!filterFields.isDecidedByFields()) {
            return Sql.text("not m.matches");
        }
        String[] ids = filterFields.fields().stream().map(UUID::toString).toArray(String[]::new);
        return Sql.of("not m.matches and c.changes ?| {}", Sql.bind(SqlType.TEXT_ARRAY, ids));
    }

    private Sql whole(ChangePlan.Whole whole, Row row) {
        return Sql.of(
                "case when m.matches and c.kind <> 'DESTROY' then {} end",
                records.render(whole.alternatives().getFirst().record(), row));
    }
}
