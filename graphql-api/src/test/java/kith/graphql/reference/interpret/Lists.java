package kith.graphql.reference.interpret;

import java.util.Comparator;
import java.util.List;
import kith.graphql.reference.interpret.Selections.Chosen;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists of records: filtered, sorted, counted, in pages and in groups. */
record Lists(World world, Settings settings, Cursors cursors, Selections selections) {

    private static final JsonNode NOTHING = Values.JSON.objectNode();
    private static final JsonNode UNORDERED = Values.JSON.arrayNode();

    Records records() {
        return new Records(this);
    }

    ObjectNode connection(ModelObject object, List<Row> all, Chosen field) {
        List<Row> rows = filtered(all, field.arguments());
        Comparator<Row> order =
                new Orders(world, settings.values())
                        .of(object, given(field.arguments(), "orderBy", UNORDERED));
        List<Row> sorted = rows.stream().sorted(order).toList();
        Page page = Page.of(world, cursors, sorted, order, field.arguments());
        ObjectNode answer = Values.JSON.objectNode();
        String type = object.name() + "Connection";
        for (Chosen part : selections.fields(type, field.inside())) {
            answer.set(
                    part.key(),
                    switch (part.name()) {
                        case "__typename" -> Values.JSON.stringNode(type);
                        case "totalCount" -> Values.JSON.numberNode(rows.size());
                        case "cappedCount" -> {
                            JsonNode max =
                                    given(part.arguments(), "max", Values.JSON.numberNode(1000));
                            yield Values.JSON.numberNode(Math.min(rows.size(), max.intValue() + 1));
                        }
                        case "nodes" -> nodes(page, part);
                        case "edges" -> edges(object, page, part);
                        case "pageInfo" -> pageInfo(page, part);
                        case "aggregate" -> aggregate(object, rows, part);
                        default -> throw new IllegalArgumentException(part.name());
                    });
        }
        return answer;
    }

    ObjectNode groups(ModelObject object, List<Row> all, Chosen field) {
        return aggregate(object, filtered(all, field.arguments()), field);
    }

    private ObjectNode aggregate(ModelObject object, List<Row> rows, Chosen field) {
        return new Aggregates(world, settings, selections).answer(object, rows, field);
    }

    private List<Row> filtered(List<Row> rows, ObjectNode arguments) {
        Filters filters = Filters.of(world, settings);
        JsonNode filter = given(arguments, "filter", NOTHING);
        return rows.stream().filter(row -> filters.matches(row, filter)).toList();
    }

    private static JsonNode given(ObjectNode arguments, String name, JsonNode otherwise) {
        return arguments.has(name) ? arguments.get(name) : otherwise;
    }

    private ArrayNode nodes(Page page, Chosen part) {
        ArrayNode nodes = Values.JSON.arrayNode();
        page.rows().forEach(row -> nodes.add(records().record(row, part.inside())));
        return nodes;
    }

    private ArrayNode edges(ModelObject object, Page page, Chosen part) {
        ArrayNode edges = Values.JSON.arrayNode();
        String type = object.name() + "Edge";
        for (Row row : page.rows()) {
            ObjectNode edge = edges.addObject();
            for (Chosen field : selections.fields(type, part.inside())) {
                edge.set(
                        field.key(),
                        switch (field.name()) {
                            case "__typename" -> Values.JSON.stringNode(type);
                            case "cursor" -> cursor(row);
                            case "node" -> records().record(row, field.inside());
                            default -> throw new IllegalArgumentException(field.name());
                        });
            }
        }
        return edges;
    }

    private ObjectNode pageInfo(Page page, Chosen part) {
        ObjectNode info = Values.JSON.objectNode();
        boolean isEmpty = page.rows().isEmpty();
        for (Chosen field : selections.fields("PageInfo", part.inside())) {
            info.set(
                    field.key(),
                    switch (field.name()) {
                        case "__typename" -> Values.JSON.stringNode("PageInfo");
                        case "hasNextPage" -> Values.JSON.booleanNode(page.hasNext());
                        case "hasPreviousPage" -> Values.JSON.booleanNode(page.hasPrevious());
                        case "startCursor" ->
                                isEmpty ? Values.JSON.nullNode() : cursor(page.rows().getFirst());
                        case "endCursor" ->
                                isEmpty ? Values.JSON.nullNode() : cursor(page.rows().getLast());
                        default -> throw new IllegalArgumentException(field.name());
                    });
        }
        return info;
    }

    private static JsonNode cursor(Row row) {
        return Values.JSON.pojoNode(new Expectation.CursorBehind(row.id()));
    }
}
