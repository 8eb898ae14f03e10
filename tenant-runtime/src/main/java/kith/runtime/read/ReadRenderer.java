package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.storage.RecordTable;

/** Plan to SQL: one expression that gives the whole answer as {@code json}. Pure. */
final class ReadRenderer {

    private ReadRenderer() {}

    static Sql render(ReadPlan plan, int tenant) {
        Tables tables = new Tables(tenant);
        RecordRenderer records = new RecordRenderer(tables);
        JsonObject answer = new JsonObject();
        plan.roots().forEach(root -> answer.addShown(root.key(), root(root, tables, records)));
        return answer.sql();
    }

    /** The ids of the records that a condition means, as a select of one column. */
    static Sql ids(ReadPlanner.Matching matching, int tenant) {
        Tables tables = new Tables(tenant);
        Row row = tables.row();
        return ids(matching, tables, row, tables.records(row, matching.source()));
    }

    /** The same of those in the bin. */
    static Sql deletedIds(ReadPlanner.Matching matching, int tenant) {
        Tables tables = new Tables(tenant);
        Row row = tables.row();
        return ids(matching, tables, row, tables.deleted(row, matching.source()));
    }

    private static Sql ids(ReadPlanner.Matching matching, Tables tables, Row row, Rows all) {
        Rows rows = new ConditionRenderer(tables).matching(all, matching.condition(), row);
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

    /** Looks in each table that has one of the objects. */
    private static Sql whichever(
            ReadPlan.Whichever whichever, Row first, Tables tables, RecordRenderer records) {
        List<Sql> found = new ArrayList<>();
        RecordTable.grouped(whichever.alternatives(), each -> each.source().object())
                .forEach((table, alternatives) -> {
                    Row row = found.isEmpty() ? first : tables.row();
                    Sql cases = cases(alternatives, row, tables, records);
                    Rows rows =
                            tables.records(row, table)
                                    .and(
                                            Sql.of(
                                                    "{} = {}",
                                                    row.inner("id"),
                                                    Sql.bind(whichever.id())));
                    found.add(Sql.of("(select case {} end {})", cases, rows.clauses()));
                });
        return switch (found.size()) {
            case 0 -> Sql.text("null");
            case 1 -> found.getFirst();
            default -> Sql.of("coalesce({})", Sql.join(", ", found));
        };
    }

    private static Sql cases(
            List<ReadPlan.Alternative> alternatives,
            Row row,
            Tables tables,
            RecordRenderer records) {
        List<Sql> cases = new ArrayList<>();
        for (ReadPlan.Alternative each : alternatives) {
            cases.add(
                    Sql.of(
                            "when {} then {}",
                            tables.isOf(each.source(), row),
                            records.render(each.record(), row)));
        }
        return Sql.join(" ", cases);
    }
}
