package kith.runtime.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kith.runtime.read.SearchSelection.Item;
import kith.runtime.sql.Sql;
import kith.runtime.storage.RecordTable;

/** The JSON object of a search, in one sub-select. */
record SearchRenderer(Tables tables, RecordRenderer records, SearchPlan plan) {

    Sql render() {
        if (plan.isVain()) {
            return object(_ -> Sql.text("'[]'::json"));
        }
        boolean isAsked =
                plan.selection().parts().stream()
                        .anyMatch(part -> !(part instanceof SearchSelection.PartText));
        return isAsked ? found() : object(_ -> Sql.text("null"));
    }

    private Sql found() {
        SearchHits hits = new SearchHits(tables, plan);
        SearchMatches matches = new SearchMatches(plan);
        Map<RecordTable, Row> rows = new LinkedHashMap<>();
        plan.tables().keySet().forEach(table -> rows.put(table, tables.row()));
        Sql answer = object(part -> list(part, rows, matches));
        return Sql.of(
                "(with {}{} select {} from found f {})",
                hits.render(),
                matches.isAsked() ? SearchMatches.SEEN : Sql.text(""),
                answer,
                rows.size() == 1
                        ? joins(rows).getFirst()
                        : Sql.of("left {}", Sql.join(" left ", joins(rows))));
    }

    /** Where records lie in several tables, each one found is in one of them. */
    private List<Sql> joins(Map<RecordTable, Row> rows) {
        List<Sql> joins = new ArrayList<>();
        rows.forEach((table, row) -> {
            Rows records = tables.records(row, table);
            joins.add(
                    Sql.of(
                            "join {} on {} and {} = f.id",
                            records.from(),
                            Sql.join(" and ", records.where()),
                            row.inner("id")));
        });
        return joins;
    }

    private Sql object(Lists lists) {
        JsonObject object = new JsonObject();
        for (SearchSelection.Part part : plan.selection().parts()) {
            Sql value =
                    switch (part) {
                        case SearchSelection.PartText(var _, var text) -> Sql.constant(text);
                        case SearchSelection.Nodes _, SearchSelection.Edges _ -> lists.of(part);
                    };
            object.add(part.key(), value);
        }
        return object.sql();
    }

    private Sql list(SearchSelection.Part part, Map<RecordTable, Row> rows, SearchMatches matches) {
        Sql each =
                switch (part) {
                    case SearchSelection.Nodes(var _, var selections) -> node(selections, rows);
                    case SearchSelection.Edges(var _, var items) -> edge(items, rows, matches);
                    case SearchSelection.PartText(var _, var text) -> Sql.constant(text);
                };
        return Sql.of("coalesce(json_agg({} order by f.place), '[]'::json)", each);
    }

    private Sql edge(List<Item> items, Map<RecordTable, Row> rows, SearchMatches matches) {
        JsonObject object = new JsonObject();
        for (Item item : items) {
            Sql value =
                    switch (item) {
                        case SearchSelection.Node(var _, var selections) -> node(selections, rows);
                        case SearchSelection.Score _ -> Sql.text("f.score");
                        case SearchSelection.Matches(var _, var asked) ->
                                matches.render(asked, rows.values());
                        case SearchSelection.Text(var _, var text) -> Sql.constant(text);
                    };
            object.add(item.key(), value);
        }
        return object.sql();
    }

    private Sql node(List<ReadRequest.PerObject> selections, Map<RecordTable, Row> rows) {
        List<Sql> cases = new ArrayList<>();
        for (ReadRequest.PerObject each : selections) {
            Row row = Objects.requireNonNull(rows.get(RecordTable.of(each.object())));
            RecordPlan record = Objects.requireNonNull(plan.records().get(each.selection()));
            cases.add(
                    Sql.of(
                            "when {} = {} then {}",
                            row.inner("object"),
                            Sql.number(each.object().key()),
                            records.render(record, row)));
        }
        return Sql.of("case {} end", Sql.join(" ", cases));
    }

    /** What stands for a list. */
    private interface Lists {
        Sql of(SearchSelection.Part part);
    }
}
