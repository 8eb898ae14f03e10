package kith.graphql.reference.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import kith.graphql.reference.generate.Dice;
import kith.graphql.reference.generate.Inputs;
import kith.graphql.reference.generate.Request;
import kith.graphql.reference.generate.RowGenerator;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes mutations, some of which cannot be carried out. */
final class StepGenerator {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final UUID UNKNOWN = UUID.fromString("01900000-0000-7000-8000-00000000dead");

    private final World world;
    private final Dice dice;
    private final RowGenerator rows;
    private final Instant now;

    StepGenerator(World world, Dice dice, RowGenerator rows, Instant now) {
        this.world = world;
        this.dice = dice;
        this.rows = rows;
        this.now = now;
    }

    /** Empty where chance chose what cannot be made of the records that there are. */
    Optional<Step> step() {
        List<ModelObject> objects = world.model().objects();
        ModelObject object = objects.get(dice.between(1, objects.size() - 1));
        return switch (dice.below(12)) {
            case 0, 1, 2 -> create(object);
            case 3, 4, 5 -> Optional.of(update(object));
            case 6 -> upsert(object);
            case 7 -> link(object);
            case 8 -> Optional.of(many(object));
            case 9 -> Optional.of(one("delete", object, WriteModel::delete));
            case 10 -> Optional.of(one("restore", object, WriteModel::restore));
            default -> Optional.of(one("destroy", object, WriteModel::destroy));
        };
    }

    private Optional<Step> create(ModelObject object) {
        ArrayNode data = JSON.arrayNode();
        List<Map<String, Object>> made = new ArrayList<>();
        for (int index = 0; index < dice.between(1, 4); index++) {
            UUID id =
                    dice.percent(3) && !world.of(object.name()).isEmpty()
                            ? dice.pick(world.of(object.name())).id()
                            : rows.id(now);
            Optional<Map<String, Object>> values = values(object, id);
            if (values.isEmpty()) {
                return Optional.empty();
            }
            made.add(values.get());
            data.add(Inputs.data(object, values.get(), Map.of()));
        }
        return Optional.of(
                new Step(
                        request(
                                "$data: [%sCreateInput!]!".formatted(object.name()),
                                "create%s(data: $data) { id }".formatted(object.ending()),
                                JSON.objectNode().set("data", data)),
                        (model, _) -> made.forEach(values -> model.create(object, values))));
    }

    /** Values of a record, at times with a taken code or a lookup that leads nowhere. */
    private Optional<Map<String, Object>> values(ModelObject object, UUID id) {
        return rows.row(object, id)
                .map(row -> {
                    Map<String, Object> values = new HashMap<>(row.values());
                    List<Row> others = world.of(object.name());
                    if (!others.isEmpty() && dice.percent(15)) {
                        dice.pick(others)
                                .value(object.require("code"))
                                .ifPresent(code -> values.put("code", code));
                    }
                    if (dice.percent(6)) {
                        object.fields().stream()
                                .filter(field -> field.isToOne() && field.isWritable())
                                .findAny()
                                .ifPresent(field -> values.put(field.name(), lost(field)));
                    }
                    return values;
                });
    }

    private UUID lost(ModelField field) {
        List<Row> deleted = world.deleted(field.targetName());
        return deleted.isEmpty() || dice.percent(50) ? UNKNOWN : dice.pick(deleted).id();
    }

    private Step update(ModelObject object) {
        UUID id = anId(object, 90);
        Map<String, Optional<Object>> changes = changes(object, id);
        Optional<Integer> version =
                dice.percent(40)
                        ? Optional.of(
                                world.row(id).map(Row::version).orElse(1)
                                        + (dice.percent(25) ? 1 : 0))
                        : Optional.empty();
        return new Step(
                request(
                        "$data: %sUpdateInput!".formatted(object.name()),
                        "update%s(id: \"%s\", data: $data%s) { id }"
                                .formatted(
                                        object.name(),
                                        id,
                                        version.map(v -> ", ifVersion: " + v).orElse("")),
                        JSON.objectNode().set("data", data(object, changes))),
                (model, _) -> {
                    model.references(object, changes);
                    model.update(id, changes, version);
                });
    }

    private Map<String, Optional<Object>> changes(ModelObject object, UUID id) {
        Map<String, Optional<Object>> changes = new LinkedHashMap<>();
        Map<String, Object> values = values(object, id).orElse(Map.of());
        for (ModelField field : dice.some(object.writable(), 0, 4)) {
            Object value = values.get(field.name());
            boolean isNullable =
                    field.trait() != ModelField.Trait.REQUIRED
                            && (!field.name().equals("name") || dice.percent(10));
            if (value != null) {
                changes.put(field.name(), Optional.of(value));
            } else if (isNullable && field.kind() != Kind.MANY_TO_MANY) {
                changes.put(field.name(), Optional.empty());
            }
        }
        return changes;
    }

    private static ObjectNode data(ModelObject object, Map<String, Optional<Object>> changes) {
        Map<String, Object> given = new HashMap<>();
        changes.forEach((name, value) -> value.ifPresent(known -> given.put(name, known)));
        ObjectNode data = Inputs.data(object, given, Map.of());
        changes.forEach((name, value) -> {
            if (value.isEmpty()) {
                data.putNull(name);
            }
        });
        return data;
    }

    private Optional<Step> upsert(ModelObject object) {
        ModelField code = object.require("code");
        Optional<Map<String, Object>> made = values(object, UNKNOWN);
        if (made.isEmpty() || !made.get().containsKey("code")) {
            return Optional.empty();
        }
        Map<String, Object> values = new HashMap<>(made.get());
        values.remove("id");
        if (dice.percent(50) && !world.live(object.name()).isEmpty()) {
            dice.pick(world.live(object.name()))
                    .value(code)
                    .ifPresent(known -> values.put("code", known));
        }
        Optional<Row> holder =
                world.live(object.name()).stream()
                        .filter(row ->
                                row.value(code).equals(Optional.ofNullable(values.get("code"))))
                        .findFirst();
        ObjectNode variables = JSON.objectNode();
        variables.putArray("data").add(Inputs.data(object, values, Map.of()));
        return Optional.of(
                new Step(
                        request(
                                "$data: [%sCreateInput!]!".formatted(object.name()),
                                "made: upsert%s(data: $data, on: \"code\") { id created }"
                                        .formatted(object.ending()),
                                variables),
                        (model, data) -> {
                            if (holder.isPresent()) {
                                Map<String, Optional<Object>> changes = new HashMap<>();
                                values.forEach(
                                        (name, value) -> changes.put(name, Optional.of(value)));
                                model.update(holder.get().id(), changes, Optional.empty());
                                return;
                            }
                            String id = data.at("/made/0/id").asString("");
                            Map<String, Object> complete = new HashMap<>(values);
                            complete.put(
                                    "id", id.isEmpty() ? UUID.randomUUID() : UUID.fromString(id));
                            model.create(object, complete);
                        }));
    }

    private Optional<Step> link(ModelObject object) {
        Optional<ModelField> field =
                object.fields().stream().filter(one -> one.kind() == Kind.MANY_TO_MANY).findFirst();
        List<Row> live = world.live(object.name());
        if (field.isEmpty() || live.isEmpty()) {
            return Optional.empty();
        }
        Row row = dice.pick(live);
        List<UUID> targets = rows.links(field.get());
        boolean isLinked = dice.percent(60);
        ObjectNode variables = JSON.objectNode();
        ArrayNode named =
                variables
                        .putObject("data")
                        .putObject(field.get().name())
                        .putArray(isLinked ? "connect" : "disconnect");
        targets.forEach(target -> named.addObject().put("id", target.toString()));
        return Optional.of(
                new Step(
                        request(
                                "$data: %sUpdateInput!".formatted(object.name()),
                                "update%s(id: \"%s\", data: $data) { id }"
                                        .formatted(object.name(), row.id()),
                                variables),
                        (model, _) -> model.link(row, field.get(), targets, isLinked)));
    }

    /** By filter. */
    private Step many(ModelObject object) {
        List<UUID> ids = dice.some(world.of(object.name()), 0, 3).stream().map(Row::id).toList();
        List<UUID> live =
                ids.stream().filter(id -> !world.row(id).orElseThrow().isDeleted()).toList();
        ObjectNode variables = JSON.objectNode();
        ArrayNode given = variables.putArray("ids");
        ids.forEach(id -> given.add(id.toString()));
        if (dice.percent(40)) {
            return new Step(
                    request(
                            "$ids: [ID!]!",
                            "delete%s(filter: { id: { in: $ids } }) { count }"
                                    .formatted(object.ending()),
                            variables),
                    (model, _) ->
                            live.forEach(id -> {
                                if (!model.world().row(id).orElseThrow().isDeleted()) {
                                    model.delete(id);
                                }
                            }));
        }
        Map<String, Optional<Object>> changes = changes(object, UNKNOWN);
        variables.set("data", data(object, changes));
        return new Step(
                request(
                        "$ids: [ID!]!, $data: %sUpdateInput!".formatted(object.name()),
                        "update%s(filter: { id: { in: $ids } }, data: $data) { count }"
                                .formatted(object.ending()),
                        variables),
                (model, _) -> {
                    model.references(object, changes);
                    live.forEach(id -> model.update(id, changes, Optional.empty()));
                });
    }

    private Step one(String action, ModelObject object, BiConsumer<WriteModel, UUID> removal) {
        UUID id =
                action.equals("restore")
                                && dice.percent(90)
                                && !world.deleted(object.name()).isEmpty()
                        ? dice.pick(world.deleted(object.name())).id()
                        : anId(object, 80);
        return new Step(
                request(
                        "$id: ID!",
                        "%s%s(id: $id) { id }".formatted(action, object.name()),
                        JSON.objectNode().put("id", id.toString())),
                (model, _) -> removal.accept(model, id));
    }

    private UUID anId(ModelObject object, int livePercent) {
        List<Row> from =
                dice.percent(livePercent)
                        ? world.live(object.name())
                        : world.deleted(object.name());
        return from.isEmpty() ? UNKNOWN : dice.pick(from).id();
    }

    private static Request request(
            String declaration, String field, tools.jackson.databind.JsonNode variables) {
        return new Request(
                "mutation (%s) { %s }".formatted(declaration, field), variables.toString());
    }
}
