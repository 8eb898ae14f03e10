package kith.graphql.reference.interpret;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;
import tools.jackson.databind.JsonNode;

/**
 * A part of a list.
 *
 * @param hasNext whether records follow; from the end of the list, whether it was begun before one
 */
record Page(List<Row> rows, boolean hasNext, boolean hasPrevious) {

    private static final int DEFAULT_SIZE = 50;

    static Page of(
            World world,
            Cursors cursors,
            List<Row> sorted,
            Comparator<Row> order,
            JsonNode arguments) {
        Optional<Row> after = at(world, cursors, arguments, "after");
        Optional<Row> before = at(world, cursors, arguments, "before");
        List<Row> rows =
                sorted.stream()
                        .filter(row -> after.isEmpty() || order.compare(row, after.get()) > 0)
                        .filter(row -> before.isEmpty() || order.compare(row, before.get()) < 0)
                        .toList();
        boolean isBackward = arguments.has("last") || before.isPresent();
        int size = size(arguments, isBackward ? "last" : "first");
        boolean hasMore = rows.size() > size;
        if (isBackward) {
            List<Row> end = rows.subList(Math.max(0, rows.size() - size), rows.size());
            return new Page(end, before.isPresent(), hasMore);
        }
        return new Page(rows.subList(0, Math.min(size, rows.size())), hasMore, after.isPresent());
    }

    private static int size(JsonNode arguments, String name) {
        return arguments.has(name) ? arguments.get(name).intValue() : DEFAULT_SIZE;
    }

    private static Optional<Row> at(World world, Cursors cursors, JsonNode arguments, String name) {
        return Optional.ofNullable(arguments.get(name))
                .map(JsonNode::stringValue)
                .map(cursors::record)
                .map(id -> world.row(id).orElseThrow());
    }
}
