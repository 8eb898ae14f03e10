package kith.graphql.reference.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelList;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;

/** Makes queries. */
public final class QueryGenerator {

    private final World world;
    private final Dice dice;
    private final Writer writer;
    private final List<String> fragments = new ArrayList<>();
    private int aliases;

    private QueryGenerator(World world, Dice dice) {
        this.world = world;
        this.dice = dice;
        this.writer = new Writer(dice);
    }

    public static Request query(World world, Dice dice) {
        return new QueryGenerator(world, dice).query();
    }

    /**
     * One list in pages of this size, without its cursor: the variable {@code cursor} takes it.
     *
     * @param isForward whether it begins at the list's start
     */
    public static Request pages(
            World world, Dice dice, ModelObject object, boolean isForward, int size) {
        QueryGenerator generator = new QueryGenerator(world, dice);
        Map<String, Given> arguments = generator.filterAndOrder(object);
        arguments.put(isForward ? "first" : "last", new Given.Leaf(size, "Int"));
        String given = generator.arguments(arguments, object);
        String list =
                "{ list: %s%s, %s: $cursor) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id } } }"
                        .formatted(
                                object.plural(),
                                given.substring(0, given.length() - 1),
                                isForward ? "after" : "before");
        generator.writer.declare("$cursor: String");
        return generator.writer.request("query", list, List.of());
    }

    /** What is told of an object's records, most often of those alone that match a filter. */
    public static Request subscription(World world, Dice dice, ModelObject object) {
        QueryGenerator generator = new QueryGenerator(world, dice);
        Map<String, Given> arguments = new LinkedHashMap<>();
        if (dice.percent(90)) {
            arguments.put("filter", new FilterGenerator(world, dice).filter(object, 2));
        }
        String told =
                "{ %sChanged%s { kind recordId cursor changes { before after } actor { id name } node %s } }"
                        .formatted(
                                object.single(),
                                generator.arguments(arguments, object),
                                generator.record(object, 2));
        return generator.writer.request("subscription", told, generator.fragments);
    }

    private Request query() {
        StringBuilder roots = new StringBuilder("{");
        for (int index = 0; index < dice.pick(List.of(1, 1, 1, 2, 3)); index++) {
            roots.append("\n  ").append(root());
        }
        return writer.request("query", roots.append("\n}").toString(), fragments);
    }

    private String root() {
        ModelObject object = dice.pick(world.model().objects());
        String alias = alias();
        return switch (dice.below(10)) {
            case 0 ->
                    "%s: %s(id: %s) %s"
                            .formatted(alias, object.single(), id(object), record(object, 2));
            case 1 -> node(object, alias);
            case 2 ->
                    "%s: me { user %s }".formatted(alias, record(world.model().object("User"), 1));
            case 3, 4 -> {
                Map<String, Given> arguments = new LinkedHashMap<>();
                if (dice.percent(60)) {
                    arguments.put("filter", new FilterGenerator(world, dice).filter(object, 2));
                }
                AggregateGenerator aggregate = new AggregateGenerator(world, dice);
                arguments.putAll(aggregate.arguments(object));
                yield "%s: %sAggregate%s %s"
                        .formatted(
                                alias,
                                object.plural(),
                                arguments(arguments, object),
                                aggregate.selection(object));
            }
            default -> {
                Map<String, Given> arguments = listArguments(object, 40, 60);
                if (dice.percent(15)) {
                    arguments.put("deleted", new Given.Leaf(true, "Boolean"));
                }
                yield "%s: %s%s %s"
                        .formatted(
                                alias,
                                object.plural(),
                                arguments(arguments, object),
                                connection(object, 3));
            }
        };
    }

    private String node(ModelObject object, String alias) {
        return "%s: node(id: %s) { id __typename ... on %s %s }"
                .formatted(
                        alias,
                        id(dice.pick(world.model().objects())),
                        object.name(),
                        record(object, 1));
    }

    private String id(ModelObject object) {
        List<Row> rows = world.of(dice.percent(90) ? object.name() : "User");
        Row row = rows.isEmpty() ? world.rows().getFirst() : dice.pick(rows);
        return writer.input(new Given.Leaf(row.id().toString(), "ID!"), "ID!");
    }

    /** Lists inside of lists always have a size, for their costs multiply. */
    private Map<String, Given> listArguments(ModelObject object, int most, int sizedPercent) {
        Map<String, Given> arguments = filterAndOrder(object);
        if (dice.percent(sizedPercent)) {
            arguments.put(
                    dice.percent(80) ? "first" : "last",
                    new Given.Leaf(dice.between(1, most), "Int"));
        }
        return arguments;
    }

    private Map<String, Given> filterAndOrder(ModelObject object) {
        Map<String, Given> arguments = new LinkedHashMap<>();
        if (dice.percent(75)) {
            arguments.put("filter", new FilterGenerator(world, dice).filter(object, 3));
        }
        if (dice.percent(70)) {
            arguments.put("orderBy", new OrderGenerator(world.model(), dice).order(object));
        }
        return arguments;
    }

    private String arguments(Map<String, Given> arguments, ModelObject object) {
        if (arguments.isEmpty()) {
            return "";
        }
        return arguments.entrySet().stream()
                .map(entry ->
                        entry.getKey()
                                + ": "
                                + writer.input(
                                        entry.getValue(),
                                        ArgumentTypes.of(entry.getKey(), object, entry.getValue())))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String connection(ModelObject object, int depth) {
        List<String> parts = new ArrayList<>();
        parts.add(
                dice.percent(75)
                        ? "nodes " + record(object, depth - 1)
                        : "edges { cursor node %s }".formatted(record(object, depth - 1)));
        if (dice.percent(25)) {
            parts.add("totalCount");
        }
        if (dice.percent(20)) {
            parts.add(
                    "cappedCount(max: %s)"
                            .formatted(
                                    writer.input(
                                            new Given.Leaf(dice.between(1, 30), "Int!"), "Int!")));
        }
        if (dice.percent(35)) {
            parts.add("pageInfo { hasNextPage hasPreviousPage startCursor endCursor }");
        }
        if (dice.percent(15)) {
            AggregateGenerator aggregate = new AggregateGenerator(world, dice);
            parts.add(
                    "%s: aggregate%s %s"
                            .formatted(
                                    alias(),
                                    arguments(aggregate.arguments(object), object),
                                    aggregate.selection(object)));
        }
        if (dice.percent(10)) {
            parts.add("__typename");
        }
        return "{ " + String.join(" ", parts) + " }";
    }

    private String record(ModelObject object, int depth) {
        List<String> parts = new ArrayList<>(List.of("id"));
        List<ModelField> fields =
                object.fields().stream().filter(one -> one.kind() != Kind.MANY_TO_MANY).toList();
        for (ModelField field : dice.some(fields, 1, 6)) {
            parts.add(field(field, depth));
        }
        List<ModelList> lists = world.model().lists(object);
        if (depth > 0 && !lists.isEmpty() && dice.percent(40)) {
            ModelList list = dice.pick(lists);
            ModelObject target = world.model().object(list.target());
            parts.add(
                    "%s: %s%s %s"
                            .formatted(
                                    alias(),
                                    list.name(),
                                    arguments(listArguments(target, 5, 100), target),
                                    connection(target, depth)));
        }
        if (dice.percent(8)) {
            parts.add("__typename");
        }
        return selection(object, parts);
    }

    /**
     * Several objects have fields of the same name and of other types: one of them is asked for
     * more.
     */
    private String anyRecord(ModelField field, int depth) {
        return switch (dice.below(depth == 0 ? 2 : 5)) {
            case 0 -> field.name() + "Id";
            case 1 -> field.name() + "Type";
            default -> {
                List<String> parts = new ArrayList<>();
                for (String target : dice.some(field.targets(), 1, 3)) {
                    parts.add(
                            "... on %s %s"
                                    .formatted(
                                            target,
                                            parts.isEmpty()
                                                    ? record(
                                                            world.model().object(target), depth - 1)
                                                    : "{ id name }"));
                }
                if (dice.percent(30)) {
                    parts.add(dice.pick(List.of("__typename", "... on Node { id }")));
                }
                yield field.name() + " { " + String.join(" ", parts) + " }";
            }
        };
    }

    private String field(ModelField field, int depth) {
        if (field.isAny()) {
            return anyRecord(field, depth);
        }
        if (!field.isToOne()) {
            String name =
                    field.kind() == Kind.CURRENCY && dice.percent(30)
                            ? field.name() + "Currency"
                            : field.name();
            return dice.percent(10) ? alias() + ": " + name : name;
        }
        return depth == 0 || dice.percent(50)
                ? field.name() + "Id"
                : field.name() + " " + record(world.model().object(field.targetName()), depth - 1);
    }

    /** Parts of it by fragments or under conditions. */
    private String selection(ModelObject object, List<String> parts) {
        String all = "{ " + String.join(" ", parts) + " }";
        return switch (dice.below(12)) {
            case 0 -> {
                String name = "f" + (fragments.size() + 1);
                fragments.add("fragment %s on %s %s".formatted(name, object.name(), all));
                yield "{ ...%s }".formatted(name);
            }
            case 1 -> "{ ... on %s %s id }".formatted(object.name(), all);
            case 2 ->
                    "{ id ... @%s(if: %s) %s }"
                            .formatted(
                                    dice.pick(List.of("include", "skip")),
                                    writer.input(
                                            new Given.Leaf(dice.percent(50), "Boolean!"),
                                            "Boolean!"),
                                    all);
            default -> all;
        };
    }

    private String alias() {
        return "a" + ++aliases;
    }
}
