package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kith.runtime.read.SearchSelection.Item;
import kith.runtime.sql.Sql;

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
        Row row = tables.row();
        Rows rows = tables.records(row);
        Sql answer = object(part -> list(part, row, matches));
        return Sql.of(
                "(with {}{} select {} from found f join {} on {} and {} = f.id)",
                hits.render(),
                matches.isAsked() ? SearchMatches.SEEN : Sql.text(""),
                answer,
                rows.from(),
                Sql.join(" and ", rows.where()),
                row.inner("id"));
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

    private Sql list(SearchSelection.Part part, Row row, SearchMatches matches) {
        Sql each =
                switch (part) {
                    case SearchSelection.Nodes(var _, var selections) -> node(selections, row);
                    case SearchSelection.Edges(var _, var items) -> edge(items, row, matches);
                    case SearchSelection.PartText(var _, var text) -> Sql.constant(text);
                };
        return Sql.of("coalesce(json_agg({} order by f.place), '[]'::json)", each);
    }

    private Sql edge(List<Item> items, Row row, SearchMatches matches) {
        JsonObject object = new JsonObject();
        for (Item item : items) {
            Sql value =
                    switch (item) {
                        case SearchSelection.Node(var _, var selections) -> node(selections, row);
                        case SearchSelection.Score _ -> Sql.text("f.score");
                        case SearchSelection.Matches(var _, var asked) ->
                                matches.render(asked, row);
                        case SearchSelection.Text(var _, var text) -> Sql.constant(text);
                    };
            object.add(item.key(), value);
        }
        return object.sql();
    }

    private Sql node(List<ReadRequest.PerObject> selections, Row row) {
        List<Sql> cases = new ArrayList<>();
        for (ReadRequest.PerObject each : selections) {
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
