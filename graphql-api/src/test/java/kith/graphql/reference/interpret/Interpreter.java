package kith.graphql.reference.interpret;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.graphql.reference.interpret.Selections.Chosen;
import kith.graphql.reference.world.Model;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers queries over plain lists, as the guides say. Where the engine makes up a text, such as a
 * cursor, the answer holds an {@link Expectation}.
 */
public final class Interpreter {

    private final World world;
    private final Settings settings;
    private final Cursors cursors;

    public Interpreter(World world, Settings settings, Cursors cursors) {
        this.world = world;
        this.settings = settings;
        this.cursors = cursors;
    }

    /** The {@code data} of the answer. */
    public JsonNode answer(String text, JsonNode variables) {
        Selections selections = new Selections(text, variables);
        Lists lists = new Lists(world, settings, cursors, selections);
        ObjectNode data = Values.JSON.objectNode();
        selections.root().forEach(field -> data.set(field.key(), root(field, lists)));
        return data;
    }

    private JsonNode root(Chosen field, Lists lists) {
        String name = field.name();
        if (name.equals("__typename")) {
            return Values.JSON.stringNode("Query");
        }
        if (name.equals("me")) {
            return me(field, lists);
        }
        if (name.equals("node")) {
            return record(byId(field), field, lists);
        }
        Model model = world.model();
        for (ModelObject object : model.objects()) {
            if (name.equals(object.single())) {
                Optional<Row> row = byId(field).filter(found -> found.object().equals(object));
                return record(row, field, lists);
            }
            if (name.equals(object.plural())) {
                JsonNode deleted = field.arguments().get("deleted");
                List<Row> rows =
                        deleted != null && deleted.booleanValue()
                                ? world.deleted(object.name())
                                : world.live(object.name());
                return lists.connection(object, rows, field);
            }
            if (name.equals(object.plural() + "Aggregate")) {
                return lists.groups(object, world.live(object.name()), field);
            }
        }
        throw new IllegalArgumentException(name);
    }

    private Optional<Row> byId(Chosen field) {
        return world.row(UUID.fromString(field.arguments().get("id").stringValue()))
                .filter(row -> !row.isDeleted());
    }

    private static JsonNode record(Optional<Row> row, Chosen field, Lists lists) {
        return row.<JsonNode>map(found -> lists.records().record(found, field.inside()))
                .orElse(Values.JSON.nullNode());
    }

    private JsonNode me(Chosen field, Lists lists) {
        ObjectNode me = Values.JSON.objectNode();
        for (Chosen part : lists.selections().fields("Me", field.inside())) {
            me.set(
                    part.key(),
                    switch (part.name()) {
                        case "__typename" -> Values.JSON.stringNode("Me");
                        case "user" ->
                                record(
                                        settings.me()
                                                .flatMap(world::row)
                                                .filter(row -> !row.isDeleted()),
                                        part,
                                        lists);
                        default -> throw new IllegalArgumentException(part.name());
                    });
        }
        return me;
    }
}
