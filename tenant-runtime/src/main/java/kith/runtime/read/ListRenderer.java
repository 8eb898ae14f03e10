package kith.runtime.read;

import java.util.List;
import kith.runtime.sql.Sql;

/** The JSON object of a page, with counts and ends, in one sub-select. */
record ListRenderer(Tables tables, RecordRenderer records) {

    /**
     * Renders a page.
     *
     * @param row the row of the listed records
     * @param candidates all that the list could hold, before its filter
     */
    Sql render(ListPlan list, Row row, Rows candidates) {
        Rows rows = new ConditionRenderer(tables).matching(candidates, list.filter(), row);
        PageNeeds needs = PageNeeds.of(list);
        PageColumns page =
                new PageColumns(
                        list.page(),
                        needs,
                        row,
                        Ordering.of(tables, row, list.order(), list.page().isBackward()));
        JsonObject object = new JsonObject();
        list.parts()
                .forEach(part -> object.add(part.key(), part(part, list, page, candidates, rows)));
        Sql json = object.sql();
        return needs.rows()
                ? Sql.of("(select {} from {})", json, page.from(tables, list, candidates, rows))
                : json;
    }

    private Sql count(ListPlan list, Row row, Rows candidates, Rows rows) {
        Sql all = Sql.of("(select count(*) {})", rows.clauses());
        return FewRows.of(tables, row, list.source(), candidates)
                .map(few ->
                        Sql.of(
                                "(with {} select case when {} then (select count(*) {}) else {} end)",
                                few.finding(),
                                few.areFew(),
                                new ConditionRenderer(tables)
                                        .matching(few.rows(), list.filter(), row)
                                        .clauses(),
                                all))
                .orElse(all);
    }

    private Sql part(
            ListPlan.Part part, ListPlan list, PageColumns page, Rows candidates, Rows rows) {
        return switch (part) {
            case ListPlan.TotalCount _ -> count(list, page.row(), candidates, rows);
            case ListPlan.CappedCount(var _, var max) ->
                    Sql.of(
                            "(select count(*) from (select 1 {} limit {}) c)",
                            rows.clauses(),
                            Sql.number(max + 1L));
            case ListPlan.Aggregate(var _, var groups) ->
                    AggregateRenderer.render(tables, groups, page.row(), rows);
            case ListPlan.PageInfo(var _, var items) -> pageInfo(items, page);
            case ListPlan.Nodes(var _, var record) ->
                    page.array(records.render(record, page.row()));
            case ListPlan.Edges(var _, var items) -> page.array(edge(items, page));
            case ListPlan.Text(var _, var text) -> Sql.constant(text);
        };
    }

    private static Sql pageInfo(List<ConnectionSelection.PageInfoItem> items, PageColumns page) {
        JsonObject object = new JsonObject();
        for (ConnectionSelection.PageInfoItem item : items) {
            Sql value =
                    switch (item.fact()) {
                        case HAS_NEXT_PAGE -> page.hasNext();
                        case HAS_PREVIOUS_PAGE -> page.hasPrevious();
                        case START_CURSOR -> page.startCursor();
                        case END_CURSOR -> page.endCursor();
                        case TEXT -> Sql.constant(item.text());
                    };
            object.add(item.key(), value);
        }
        return object.sql();
    }

    private Sql edge(List<ListPlan.EdgeItem> items, PageColumns page) {
        JsonObject object = new JsonObject();
        for (ListPlan.EdgeItem item : items) {
            Sql value =
                    switch (item) {
                        case ListPlan.Cursor _ -> page.cursor();
                        case ListPlan.Node(var _, var record) -> records.render(record, page.row());
                        case ListPlan.EdgeText(var _, var text) -> Sql.constant(text);
                    };
            object.add(item.key(), value);
        }
        return object.sql();
    }
}
