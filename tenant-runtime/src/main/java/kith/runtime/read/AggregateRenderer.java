package kith.runtime.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kith.runtime.read.AggregateSelection.Item;
import kith.runtime.sql.Sql;

/**
 * The JSON object of groups, in one sub-select. Inside, each key and each measure is computed once
 * under a name of its own, whether it is shown, sorted by or both.
 */
final class AggregateRenderer {

    private final AggregatePlan plan;
    private final Row row;
    private final List<Sql> columns = new ArrayList<>();
    private final Map<Measure, Sql> measures = new LinkedHashMap<>();

    private AggregateRenderer(AggregatePlan plan, Row row) {
        this.plan = plan;
        this.row = row;
    }

    /**
     * Renders groups.
     *
     * @param rows the records that are put into groups, under the alias of the row
     */
    static Sql render(Tables tables, AggregatePlan plan, Row row, Rows rows) {
        return new AggregateRenderer(plan, row).select(new Joins(tables, row), rows);
    }

    private Sql select(Joins joins, Rows rows) {
        for (AggregatePlan.Key key : plan.keys()) {
            Row at = joins.at(key.through());
            Sql value = joins.sortable(at, key.key().field());
            columns.add(
                    Sql.of("{} as {}", GroupingSql.key(value, key.key()), keyName(columns.size())));
        }
        JsonObject object = new JsonObject();
        plan.selection().parts().forEach(part -> object.add(part.key(), part(part)));
        Sql order = order();
        Sql groups =
                Sql.of(
                        "select {} {}{}{}{} limit {}",
                        columns.isEmpty() ? Sql.text("count(*)") : Sql.join(", ", columns),
                        rows.joining(joins.clauses()).clauses(),
                        groupBy(),
                        having(),
                        order,
                        Sql.number(isOpenEnded() ? plan.first() + 1L : plan.first()));
        return isOpenEnded()
                ? Sql.of(
                        "(select {} from (select *, row_number() over () as n from ({}) g) g)",
                        object.sql(),
                        groups)
                : Sql.of("(select {} from ({}) g)", object.sql(), groups);
    }

    private Sql part(AggregateSelection.Part part) {
        return switch (part) {
            case AggregateSelection.Groups(var _, var items) ->
                    Sql.of(
                            "coalesce(json_agg({}){}, '[]'::json)",
                            object(items),
                            isOpenEnded()
                                    ? Sql.of(" filter (where g.n <= {})", Sql.number(plan.first()))
                                    : Sql.text(""));
            case AggregateSelection.HasMore _ -> Sql.of("count(*) > {}", Sql.number(plan.first()));
            case AggregateSelection.PartText(var _, var text) -> Sql.constant(text);
        };
    }

    private boolean isOpenEnded() {
        return plan.selection().parts().stream()
                .anyMatch(AggregateSelection.HasMore.class::isInstance);
    }

    private Sql object(List<Item> items) {
        JsonObject object = new JsonObject();
        for (Item item : items) {
            Sql value =
                    switch (item) {
                        case AggregateSelection.Keys _ -> keys();
                        case AggregateSelection.Value(var _, var measure) ->
                                MeasureSql.json(Sql.of("g.{}", measureName(measure)), measure);
                        case AggregateSelection.Several(var _, var inner) -> object(inner);
                        case AggregateSelection.Text(var _, var text) -> Sql.constant(text);
                    };
            object.add(item.key(), value);
        }
        return object.sql();
    }

    private Sql keys() {
        JsonObject object = new JsonObject();
        for (int index = 0; index < plan.keys().size(); index++) {
            GroupKey key = plan.keys().get(index).key();
            object.add(key.name(), GroupingSql.json(Sql.of("g.{}", keyName(index)), key));
        }
        return object.sql();
    }

    private Sql groupBy() {
        if (plan.keys().isEmpty()) {
            return Sql.text("");
        }
        List<Sql> numbers = new ArrayList<>();
        for (int index = 1; index <= plan.keys().size(); index++) {
            numbers.add(Sql.number(index));
        }
        return Sql.of(" group by {}", Sql.join(", ", numbers));
    }

    private Sql having() {
        boolean isAlways =
                plan.having() instanceof GroupCondition.All(var parts) && parts.isEmpty();
        return isAlways
                ? Sql.text("")
                : Sql.of(" having {}", new GroupConditionRenderer(row).render(plan.having()));
    }

    /** What the order leaves open is ordered by the keys, so that equal requests answer alike. */
    private Sql order() {
        List<Sql> terms = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int index = 0; index < plan.keys().size(); index++) {
            open.add(index);
        }
        for (GroupOrder order : plan.order()) {
            Sql name =
                    switch (order.target()) {
                        case GroupOrder.Key(int index) -> {
                            open.remove(Integer.valueOf(index));
                            yield keyName(index);
                        }
                        case GroupOrder.Measured(var measure) -> measureName(measure);
                    };
            terms.add(
                    Sql.of(
                            "{}{}{}",
                            name,
                            order.isDescending() ? Sql.text(" desc") : Sql.text(""),
                            order.nullsLast()
                                    ? Sql.text(" nulls last")
                                    : Sql.text(" nulls first")));
        }
        open.forEach(index -> terms.add(keyName(index)));
        return terms.isEmpty() ? Sql.text("") : Sql.of(" order by {}", Sql.join(", ", terms));
    }

    private static Sql keyName(int index) {
        return Sql.of("k{}", Sql.number(index + 1L));
    }

    /** The name of a measure's column, which is made at its first use. */
    private Sql measureName(Measure measure) {
        Sql known = measures.get(measure);
        if (known != null) {
            return known;
        }
        Sql name = Sql.of("m{}", Sql.number(measures.size() + 1L));
        measures.put(measure, name);
        columns.add(Sql.of("{} as {}", MeasureSql.value(measure, row), name));
        return name;
    }
}
