package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;

/** Plan to SQL: one expression that gives the whole answer as {@code json}. Pure. */
final class ReadRenderer {

    private ReadRenderer() {}

    static Sql render(ReadPlan plan, int tenant) {
        Tables tables = new Tables(tenant);
        RecordRenderer records = new RecordRenderer(tables);
        JsonObject answer = new JsonObject();
        plan.roots().forEach(root -> answer.add(root.key(), root(root, tables, records)));
        return answer.sql();
    }

    /** The ids of the records that a condition means, as a select of one column. */
    static Sql ids(ReadPlanner.Matching matching, int tenant) {
        Tables tables = new Tables(tenant);
        Row row = tables.row();
        Rows rows =
                new ConditionRenderer(tables)
                        .matching(
                                tables.records(row, matching.source()), matching.condition(), row);
        return Sql.of("select {} {}", row.inner("id"), rows.clauses());
    }

    private static Sql root(ReadPlan.Root root, Tables tables, RecordRenderer records) {
        Row row = tables.row();
        return switch (root) {
            case ReadPlan.One(var _, var source, var id, var record) ->
                    Sql.of(
                            "(select {} {})",
                            records.render(record, row),
                            tables.target(row, source, Sql.bind(id)).clauses());
            case ReadPlan.Several several -> several(several, row, tables, records);
            case ReadPlan.Listed(var _, var list) ->
                    records.lists().render(list, row, tables.records(row, list.source()));
            case ReadPlan.Deleted(var _, var list) ->
                    records.lists().render(list, row, tables.deleted(row, list.source()));
            case ReadPlan.Aggregated(var _, var source, var filter, var groups) -> {
                Rows all = tables.records(row, source);
                Rows rows = new ConditionRenderer(tables).matching(all, filter, row);
                yield AggregateRenderer.render(tables, groups, row, rows);
            }
            case ReadPlan.Found(var _, var search) ->
                    new SearchRenderer(tables, records, search).render();
            case ReadPlan.Whichever whichever -> whichever(whichever, row, tables, records);
            case ReadPlan.Stretch(var _, var changes) ->
                    new ChangesRenderer(tables, records).render(changes);
        };
    }

    /** Behind the select PostgreSQL does not count the ids, and so keeps its plan. */
    private static Sql several(
            ReadPlan.Several several, Row row, Tables tables, RecordRenderer records) {
        Sql ids = Sql.bind(SqlType.UUID_ARRAY, several.ids().toArray(UUID[]::new));
        return Sql.of(
                """
                (select coalesce(json_agg(case when {} is not null then {} end order by k.n), '[]'::json) \
                from unnest((select {}::uuid[])) with ordinality k (id, n) {})\
                """,
                row.inner("id"),
                records.render(several.record(), row),
                ids,
                tables.leftJoin(row, several.source(), Sql.text("k.id")));
    }

    private static Sql whichever(
            ReadPlan.Whichever whichever, Row row, Tables tables, RecordRenderer records) {
        if (whichever.alternatives().isEmpty()) {
            return Sql.text("null");
        }
        List<Sql> cases = new ArrayList<>();
        for (ReadPlan.Alternative each : whichever.alternatives()) {
            cases.add(
                    Sql.of(
                            "when {} then {}",
                            tables.isOf(each.source(), row),
                            records.render(each.record(), row)));
        }
        Rows rows =
                tables.records(row)
                        .and(Sql.of("{} = {}", row.inner("id"), Sql.bind(whichever.id())));
        return Sql.of("(select case {} end {})", Sql.join(" ", cases), rows.clauses());
    }
}
