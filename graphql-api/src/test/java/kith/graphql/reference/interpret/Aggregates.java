package kith.graphql.reference.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.graphql.reference.interpret.Selections.Chosen;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Records put into groups; ordered by their keys where nothing else is said. */
record Aggregates(World world, Settings settings, Selections selections) {

    private static final int DEFAULT_GROUPS = 100;

    /** Records with what they have in common. */
    private record Group(List<Optional<Object>> keys, Measures measures) {}

    ObjectNode answer(ModelObject object, List<Row> rows, Chosen field) {
        JsonNode arguments = field.arguments();
        List<GroupKey> keys =
                list(arguments, "groupBy").stream()
                        .map(given -> GroupKey.of(world, object, given, settings))
                        .toList();
        List<Group> groups =
                groups(object, rows, keys).stream()
                        .filter(group ->
                                !arguments.has("having")
                                        || group.measures().holds(arguments.get("having")))
                        .sorted(order(keys, list(arguments, "orderBy")))
                        .toList();
        int first = arguments.has("first") ? arguments.get("first").intValue() : DEFAULT_GROUPS;
        ObjectNode answer = Values.JSON.objectNode();
        String type = object.name() + "Aggregate";
        for (Chosen part : selections.fields(type, field.inside())) {
            answer.set(
                    part.key(),
                    switch (part.name()) {
                        case "__typename" -> Values.JSON.stringNode(type);
                        case "hasMore" -> Values.JSON.booleanNode(groups.size() > first);
                        case "groups" -> {
                            ArrayNode list = Values.JSON.arrayNode();
                            groups.stream()
                                    .limit(first)
                                    .forEach(group -> list.add(shown(object, keys, group, part)));
                            yield list;
                        }
                        default -> throw new IllegalArgumentException(part.name());
                    });
        }
        return answer;
    }

    private static List<JsonNode> list(JsonNode arguments, String name) {
        return arguments.has(name) ? Filters.items(arguments.get(name)).toList() : List.of();
    }

    private List<Group> groups(ModelObject object, List<Row> rows, List<GroupKey> keys) {
        if (keys.isEmpty()) {
            return List.of(new Group(List.of(), measures(object, rows)));
        }
        Map<List<Optional<Object>>, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            List<Optional<Object>> values = keys.stream().map(key -> key.of(row, world)).toList();
            groups.computeIfAbsent(values, _ -> new ArrayList<>()).add(row);
        }
        return groups.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), measures(object, entry.getValue())))
                .toList();
    }

    private Measures measures(ModelObject object, List<Row> rows) {
        return new Measures(world, settings.values(), object, rows);
    }

    private Comparator<Group> order(List<GroupKey> keys, List<JsonNode> given) {
        Comparator<Group> order = (_, _) -> 0;
        for (JsonNode term : given) {
            String direction = term.has("direction") ? term.get("direction").stringValue() : "ASC";
            order =
                    order.thenComparing((one, other) ->
                            Orders.compare(
                                    settings.values(),
                                    value(keys, one, term),
                                    value(keys, other, term),
                                    Orders.isDescending(direction),
                                    Orders.nullsLast(direction)));
        }
        for (int index = 0; index < keys.size(); index++) {
            int at = index;
            order =
                    order.thenComparing((one, other) ->
                            Orders.compare(
                                    settings.values(),
                                    one.keys().get(at),
                                    other.keys().get(at),
                                    false,
                                    true));
        }
        return order;
    }

    private static Optional<Object> value(List<GroupKey> keys, Group group, JsonNode term) {
        if (!term.has("key")) {
            String field = term.has("field") ? term.get("field").stringValue() : "";
            return group.measures().of(term.get("of").stringValue(), field);
        }
        List<String> names = keys.stream().map(GroupKey::name).toList();
        return group.keys().get(names.indexOf(term.get("key").stringValue()));
    }

    private ObjectNode shown(ModelObject object, List<GroupKey> keys, Group group, Chosen groups) {
        ObjectNode answer = Values.JSON.objectNode();
        String type = object.name() + "Group";
        for (Chosen field : selections.fields(type, groups.inside())) {
            answer.set(
                    field.key(),
                    switch (field.name()) {
                        case "__typename" -> Values.JSON.stringNode(type);
                        case "count" -> group.measures().shown("COUNT", "");
                        case "keys" -> {
                            ObjectNode shown = Values.JSON.objectNode();
                            for (int index = 0; index < keys.size(); index++) {
                                GroupKey key = keys.get(index);
                                shown.set(key.name(), key.shown(group.keys().get(index)));
                            }
                            yield shown;
                        }
                        default -> function(group, field);
                    });
        }
        return answer;
    }

    private ObjectNode function(Group group, Chosen function) {
        String name =
                switch (function.name()) {
                    case "sum" -> "SUM";
                    case "avg" -> "AVG";
                    case "min" -> "MIN";
                    case "max" -> "MAX";
                    case "countDistinct" -> "COUNT_DISTINCT";
                    case "percentEmpty" -> "PERCENT_EMPTY";
                    default -> throw new IllegalArgumentException(function.name());
                };
        ObjectNode answer = Values.JSON.objectNode();
        for (Chosen field : selections.fields("", function.inside())) {
            answer.set(field.key(), group.measures().shown(name, field.name()));
        }
        return answer;
    }
}
