package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import kith.runtime.access.RowFilter;
import kith.runtime.sql.Sql;

/**
 * A stretch of the stream in one sub-select. However few of the changes are told, no more than a
 * bounded number is looked at; the end of the stretch is then where the look ended.
 */
record ChangesRenderer(Tables tables, RecordRenderer records) {

    private static final int MOST_LOOKED_AT = 10_000;

    private static final String STRETCH =
            """
            (with looked as materialized (\
            select c.* {} order by c.position limit {}), \
            told as materialized (\
            select c.* from looked c where {} order by c.position limit {}), \
            ends as (\
            select s.mark, s.last_position, case when (select count(*) from told) = {} \
            then (select max(position) from told) \
            else coalesce((select max(position) from looked), greatest({}, s.expired_position)) end as until {}) \
            select {} from ends s)\
            """;

    Sql render(ChangesPlan plan) {
        Sql after = Sql.bind(plan.after());
        Sql size = Sql.number(plan.size());
        JsonObject object = new JsonObject();
        plan.parts().forEach(part -> object.add(part.key(), part(part, plan, after)));
        return Sql.of(
                STRETCH,
                tables.changes(after).clauses(),
                Sql.number(MOST_LOOKED_AT),
                told(plan),
                size,
                size,
                after,
                tables.stream().clauses(),
                object.sql());
    }

    /** A change of records that the caller may know of, and of a field that it may read. */
    private Sql told(ChangesPlan plan) {
        List<Sql> any = new ArrayList<>();
        for (Source source : plan.sources()) {
            Sql isOf = Sql.of("c.object = {}", Sql.number(source.object().key()));
            switch (source.rows()) {
                case RowFilter.Everything _ -> any.add(isOf);
                case RowFilter.Nothing _ -> {}
                case RowFilter.Shared _ -> any.add(Sql.of("({} and {})", isOf, isSeen(source)));
            }
        }
        return any.isEmpty()
                ? Sql.text("false")
                : Sql.of("({}) and {}", Sql.join(" or ", any), plan.fields().anyChanged());
    }

    /** Of a record that is no more nobody knows any longer who might see it. */
    private Sql isSeen(Source source) {
        Row row = tables.row();
        return Sql.of(
                "exists (select 1 {})", tables.target(row, source, Sql.text("c.record")).clauses());
    }

    private Sql part(ChangesPlan.Part part, ChangesPlan plan, Sql after) {
        return switch (part) {
            case ChangesPlan.Nodes(var _, var change) ->
                    Sql.of(
                            "(select coalesce(json_agg({} order by c.position), '[]'::json) from told c)",
                            new ChangeRenderer(
                                            tables,
                                            records,
                                            plan.fields(),
                                            ChangeRenderer.KIND,
                                            this::whole)
                                    .render(change, plan.sources()));
            case ChangesPlan.PageInfo(var _, var items) -> pageInfo(items, after);
            case ChangesPlan.LatestCursor _ ->
                    StreamCursor.text(Sql.text("s.mark"), Sql.text("s.last_position"));
            case ChangesPlan.Text(var _, var text) -> Sql.constant(text);
        };
    }

    private static Sql pageInfo(List<ConnectionSelection.PageInfoItem> items, Sql after) {
        JsonObject object = new JsonObject();
        for (ConnectionSelection.PageInfoItem item : items) {
            object.add(
                    item.key(),
                    switch (item.fact()) {
                        case HAS_NEXT_PAGE -> Sql.text("s.until < s.last_position");
                        case HAS_PREVIOUS_PAGE -> Sql.of("{} > 0", after);
                        case START_CURSOR ->
                                StreamCursor.text(
                                        Sql.text("s.mark"),
                                        Sql.text("(select min(position) from told)"));
                        case END_CURSOR ->
                                StreamCursor.text(Sql.text("s.mark"), Sql.text("s.until"));
                        case TEXT -> Sql.constant(item.text());
                    });
        }
        return object.sql();
    }

    private Sql whole(ChangePlan.Whole whole) {
        List<Sql> cases = new ArrayList<>();
        for (ReadPlan.Alternative each : whole.alternatives()) {
            Row row = tables.row();
            cases.add(
                    Sql.of(
                            "when {} then (select {} {})",
                            Sql.number(each.source().object().key()),
                            records.render(each.record(), row),
                            tables.target(row, each.source(), Sql.text("c.record")).clauses()));
        }
        return cases.isEmpty()
                ? Sql.text("null")
                : Sql.of("case c.object {} end", Sql.join(" ", cases));
    }
}
