package kith.graphql.reference.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.graphql.reference.generate.Dice;
import kith.graphql.reference.generate.Inputs;
import kith.graphql.reference.generate.Request;
import kith.graphql.reference.generate.RowGenerator;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;
import kith.runtime.access.Caller;
import kith.runtime.tenant.Tenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Fills a tenant and its world with the same records, some of them changed, some deleted. */
public final class Loading {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Instant BEGINNING = Instant.parse("2026-06-27T21:30:00Z");

    private final Engine engine;
    private final Tenant tenant;
    private final World world;
    private final Dice dice;
    private final RowGenerator rows;

    public Loading(Engine engine, Tenant tenant, World world, Dice dice) {
        this.engine = engine;
        this.tenant = tenant;
        this.world = world;
        this.dice = dice;
        this.rows = new RowGenerator(world, dice);
    }

    /** Two or three batches of every object, with other people at other times. */
    public void load(int rowsOfBatch) {
        engine.turnTo(BEGINNING);
        batch(world.model().object(ModelObject.USER), 4);
        for (int round = 0; round < 2; round++) {
            for (ModelObject object : world.model().objects()) {
                if (!object.name().equals(ModelObject.USER) || round == 1) {
                    engine.turnTo(engine.now().plus(Duration.ofMinutes(dice.between(1, 900))));
                    batch(object, object.name().equals(ModelObject.USER) ? 2 : rowsOfBatch);
                }
            }
        }
        for (ModelObject object : world.model().objects()) {
            engine.turnTo(engine.now().plus(Duration.ofMinutes(dice.between(1, 90))));
            update(object);
            delete(object);
        }
    }

    private Caller caller() {
        List<Row> users = world.live(ModelObject.USER);
        return users.isEmpty() || dice.percent(20)
                ? Caller.platform(tenant)
                : new Caller(tenant, Optional.of(dice.pick(users).id()), true, Caller.Origin.API);
    }

    private void batch(ModelObject object, int count) {
        Caller caller = caller();
        ArrayNode data = JSON.arrayNode();
        List<Row> made = new ArrayList<>();
        List<World.Link> links = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            UUID id = rows.id(engine.now());
            Optional<Row> row = rows.row(object, id);
            if (row.isEmpty()) {
                return;
            }
            Map<String, List<UUID>> linked = new HashMap<>();
            for (ModelField field : object.fields()) {
                if (field.kind() == Kind.MANY_TO_MANY) {
                    linked.put(field.name(), rows.links(field));
                    linked.get(field.name())
                            .forEach(target ->
                                    links.add(
                                            new World.Link(
                                                    object.name(), field.name(), id, target)));
                }
            }
            data.add(Inputs.data(object, row.get().values(), linked));
            made.add(row.get());
        }
        List<ModelField> counted =
                object.fields().stream()
                        .filter(field ->
                                field.kind() == Kind.AUTO_NUMBER
                                        || (object.isNumbered() && field.name().equals("name")))
                        .toList();
        JsonNode answers =
                write(
                        caller,
                        "mutation ($data: [%sCreateInput!]!) { made: create%s(data: $data) { id %s } }"
                                .formatted(object.name(), object.ending(), names(counted)),
                        "data",
                        data);
        for (int index = 0; index < made.size(); index++) {
            Map<String, Optional<Object>> kept = stamp(caller, 1);
            kept.put("createdAt", Optional.of(engine.now()));
            kept.put("createdBy", caller.user().map(Object.class::cast));
            if (!made.get(index).values().containsKey("owner")) {
                kept.put("owner", caller.user().map(Object.class::cast));
            }
            for (ModelField field : counted) {
                kept.put(
                        field.name(),
                        Optional.of(answers.get(index).get(field.name()).stringValue()));
            }
            if (object.name().equals(ModelObject.USER)
                    && !made.get(index).values().containsKey("active")) {
                kept.put("active", Optional.of(true));
            }
            world.put(made.get(index).with(kept));
        }
        world.links().addAll(links);
    }

    private static String names(List<ModelField> fields) {
        return String.join(" ", fields.stream().map(ModelField::name).toList());
    }

    private Map<String, Optional<Object>> stamp(Caller caller, int version) {
        Map<String, Optional<Object>> kept = new HashMap<>();
        kept.put("version", Optional.of(BigDecimal.valueOf(version)));
        kept.put("updatedAt", Optional.of(engine.now()));
        kept.put("updatedBy", caller.user().map(Object.class::cast));
        return kept;
    }

    private void update(ModelObject object) {
        for (Row row : dice.some(world.live(object.name()), 0, 4)) {
            Optional<Row> other = rows.row(object, row.id());
            if (other.isEmpty()) {
                continue;
            }
            Caller caller = caller();
            Map<String, Object> values = new HashMap<>(other.get().values());
            values.keySet().removeIf(name -> name.equals("id") || dice.percent(50));
            Map<String, Optional<Object>> kept = new HashMap<>();
            values.forEach((name, value) -> kept.put(name, Optional.of(value)));
            if (row.with(kept).equals(row)) {
                continue;
            }
            JsonNode data = Inputs.data(object, values, Map.of());
            write(
                    caller,
                    "mutation ($data: %sUpdateInput!) { made: update%s(id: \"%s\", data: $data) { id } }"
                            .formatted(object.name(), object.name(), row.id()),
                    "data",
                    data);
            kept.putAll(stamp(caller, row.version() + 1));
            world.put(row.with(kept));
        }
    }

    private void delete(ModelObject object) {
        for (Row row : dice.some(world.live(object.name()), 0, 3)) {
            if (world.row(row.id()).orElseThrow().isDeleted()) {
                continue;
            }
            Caller caller = caller();
            write(
                    caller,
                    "mutation ($data: ID!) { made: delete%s(id: $data) { id } }"
                            .formatted(object.name()),
                    "data",
                    JSON.stringNode(row.id().toString()));
            deleted(row, caller, row.id());
        }
    }

    /** Parts go with the whole. */
    private void deleted(Row row, Caller caller, UUID root) {
        Map<String, Optional<Object>> kept = stamp(caller, row.version() + 1);
        kept.put("deletedAt", Optional.of(engine.now()));
        kept.put(Row.DELETION, Optional.of(root));
        world.put(row.with(kept));
        world.model().lists(row.object()).stream()
                .filter(list -> list.field().kind() == Kind.MASTER_DETAIL)
                .flatMap(list -> world.related(row, list).stream())
                .forEach(part -> deleted(part, caller, root));
    }

    private JsonNode write(Caller caller, String text, String variable, JsonNode value) {
        JsonNode variables = JSON.objectNode().set(variable, value);
        JsonNode answer = engine.answer(caller, new Request(text, variables.toString()));
        if (answer.has("errors")) {
            throw new IllegalStateException(text + "\n" + variables + "\n" + answer);
        }
        return answer.get("data").get("made");
    }
}
