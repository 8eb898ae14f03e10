package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kith.runtime.sql.Sql;

/**
 * A page as the JSON around it sees it: its columns, picked by use, beside the number {@code n} of
 * each row in the order of fetching and the count {@code c} of the fetched ones.
 */
record PageColumns(PagePlan page, PageNeeds needs, Row row, Ordering ordering) {

    private static final Sql EMPTY = Sql.text("");

    /** The array of what each row becomes, in the order of the list. */
    Sql array(Sql each) {
        return Sql.of(
                "coalesce(json_agg({}{}){}, '[]'::json)",
                each,
                page.isBackward() ? Sql.of(" order by {} desc", number()) : EMPTY,
                needs.more()
                        ? Sql.of(" filter (where {} <= {})", number(), Sql.number(page.size()))
                        : EMPTY);
    }

    /** Where the page was taken from the start, more follows; from the end, something must. */
    Sql hasNext() {
        return page.isBackward() ? isPositioned() : hasMore();
    }

    Sql hasPrevious() {
        return page.isBackward() ? hasMore() : isPositioned();
    }

    private Sql hasMore() {
        return Sql.of("count(*) > {}", Sql.number(page.size()));
    }

    private Sql isPositioned() {
        return page.position().isPresent() ? Sql.text("true") : Sql.text("false");
    }

    Sql startCursor() {
        return page.isBackward() ? lastFetched() : firstFetched();
    }

    Sql endCursor() {
        return page.isBackward() ? firstFetched() : lastFetched();
    }

    private Sql firstFetched() {
        return Sql.of("min({}) filter (where {} = 1)", cursor(), number());
    }

    private Sql lastFetched() {
        return Sql.of(
                "min({}) filter (where {} = least({}.c, {}))",
                cursor(),
                number(),
                row.alias(),
                Sql.number(page.size()));
    }

    /** The place of a row in the list; the same from both of its ends. */
    Sql cursor() {
        OrderPlan order = ordering.isReversed() ? ordering.plan().reversed() : ordering.plan();
        List<Sql> values = ordering.keys().stream().map(key -> key.outer().sql()).toList();
        return CursorText.of(order, values, row.column("id"));
    }

    private Sql number() {
        return Sql.of("{}.n", row.alias());
    }

    /**
     * The select of the rows; asked for last, when all columns are picked.
     *
     * @param candidates all that the list could hold
     * @param rows those that match its filter
     */
    Sql from(Tables tables, ListPlan list, Rows candidates, Rows rows) {
        Sql select =
                FewRows.of(tables, row, list.source(), candidates)
                        .map(few -> select(tables, list, candidates, rows, few))
                        .orElseGet(() -> select(tables, list, candidates, rows));
        return isNumbered()
                ? Sql.of(
                        "(select {} from ({}) {}) {}",
                        Sql.join(", ", numberedColumns()),
                        select,
                        row.alias(),
                        row.alias())
                : Sql.of("({}) {}", select, row.alias());
    }

    private Sql select(Tables tables, ListPlan list, Rows candidates, Rows rows) {
        OrderedWalk walk =
                new OrderedWalk(tables, list, row, candidates, ordering, page.position());
        return walk.isWorthwhile(limit())
                ? walk.render(innerColumns(), limit(), rows)
                : page(list, rows);
    }

    /** One of the two selects gives nothing. */
    private Sql select(Tables tables, ListPlan list, Rows candidates, Rows rows, FewRows few) {
        Rows found = new ConditionRenderer(tables).matching(few.rows(), list.filter(), row);
        return Sql.of(
                "with {} ({}) union all ({})",
                few.finding(),
                page(list, found),
                select(tables, list, candidates.and(few.areMany()), rows.and(few.areMany())));
    }

    private Sql page(ListPlan list, Rows rows) {
        return new PageRenderer(row, rows, ordering, page.position())
                .render(innerColumns(), list.filter(), limit());
    }

    private int limit() {
        return needs.more() ? page.size() + 1 : page.size();
    }

    private boolean isNumbered() {
        return page.isBackward() || needs.more() || needs.first() || needs.last();
    }

    private List<Sql> innerColumns() {
        List<Sql> columns =
                Stream.concat(row.usedColumns().stream(), ordering.carried().stream()).toList();
        return columns.isEmpty() ? List.of(row.inner("id")) : columns;
    }

    private List<Sql> numberedColumns() {
        List<Sql> columns = new ArrayList<>(row.usedColumns());
        for (int index = 1; index <= ordering.carried().size(); index++) {
            columns.add(Sql.of("{}.k{}", row.alias(), Sql.number(index)));
        }
        columns.add(Sql.text("row_number() over () as n"));
        if (needs.last()) {
            columns.add(Sql.text("count(*) over () as c"));
        }
        return columns;
    }
}
