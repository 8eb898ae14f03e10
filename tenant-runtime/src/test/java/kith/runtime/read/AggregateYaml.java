package kith.runtime.read;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import tools.jackson.databind.JsonNode;

/**
 * Groups as read cases write them.
 *
 * <pre>
 * { of: Account, filter: …, groupBy: [ industry, audited MONTH ], compute: [ SUM revenue, MAX audited ] }
 * </pre>
 */
record AggregateYaml(Catalog catalog) {

    ReadRequest.Root root(String key, ObjectType object, JsonNode root) {
        List<GroupKey> keys = new ArrayList<>();
        root.get("groupBy").forEach(each -> keys.add(key(object, each.stringValue())));
        List<AggregateSelection.Item> items = new ArrayList<>();
        items.add(new AggregateSelection.Keys("keys"));
        items.add(new AggregateSelection.Value("count", new Measure.Count()));
        root.get("compute").forEach(each -> items.add(value(object, each.stringValue())));
        return new ReadRequest.Aggregated(
                key,
                object,
                root.has("filter")
                        ? new FilterYaml(catalog).filter(object, root.get("filter"))
                        : Predicate.ALWAYS,
                new AggregateArguments(keys, GroupCondition.ALWAYS, List.of(), 100),
                new AggregateSelection(List.of(new AggregateSelection.Groups("groups", items))));
    }

    /** {@code audited MONTH}, {@code parent.name}. */
    private GroupKey key(ObjectType object, String text) {
        String[] words = text.split(" ", 2);
        OrderTerm term = new RequestYaml(catalog).term(object, words[0]);
        Grouping grouping =
                words.length == 1
                        ? Grouping.BY_VALUE
                        : new Grouping.Period(
                                DateUnit.valueOf(words[1]),
                                ZoneId.of("America/New_York"),
                                DayOfWeek.MONDAY);
        return new GroupKey(text, term.through(), term.field(), grouping);
    }

    private static AggregateSelection.Item value(ObjectType object, String text) {
        String[] words = text.split(" ", 2);
        Field field = object.field(words[1]).orElseThrow();
        return new AggregateSelection.Value(
                text, new Measure.Of(Measure.Function.valueOf(words[0]), field));
    }
}
