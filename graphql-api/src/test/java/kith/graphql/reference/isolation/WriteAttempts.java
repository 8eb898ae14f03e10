package kith.graphql.reference.isolation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.graphql.reference.generate.Inputs;
import kith.graphql.reference.world.Model;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelList;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes mutations of one tenant that name what another one has, in every place that takes it. */
final class WriteAttempts {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final World own;
    private final ForeignValues values;
    private final List<Attempt> attempts = new ArrayList<>();

    /**
     * Those which make what the other tenant has one's own, too: nothing is foreign behind them.
     */
    private final List<Attempt> adoptions = new ArrayList<>();

    WriteAttempts(ForeignValues values) {
        this.own = values.own();
        this.values = values;
    }

    List<Attempt> all() {
        Model model = own.model();
        for (ModelObject object : model.objects()) {
            model.lists(object).forEach(list -> list(object, list));
            if (object.name().equals(ModelObject.USER)) {
                continue;
            }
            object.fields().stream()
                    .filter(ModelField::isToOne)
                    .filter(field -> !field.isSystem() || field.name().equals("owner"))
                    .forEach(field -> reference(object, field));
            byCode(object);
            removal(object);
            sameId(object);
        }
        attempts.addAll(adoptions);
        return attempts;
    }

    private void reference(ModelObject object, ModelField field) {
        ModelObject target = own.model().object(field.targetName());
        String name = field.name();
        values.each(
                target,
                (foreign, unknown) -> {
                    create(
                            object,
                            Map.of(name, JSON.objectNode().put("id", Attempt.PLACE)),
                            foreign,
                            unknown);
                    update(object, JSON.objectNode().set(name, id()), foreign, unknown);
                });
        ForeignValues.unique(target)
                .ifPresent(key ->
                        values.of(target, key)
                                .forEach(value ->
                                        create(
                                                object,
                                                Map.of(
                                                        name,
                                                        JSON.objectNode()
                                                                .put(key.name(), Attempt.PLACE)),
                                                value,
                                                values.unknownText(key))));
    }

    private void list(ModelObject object, ModelList list) {
        ModelObject target = own.model().object(list.target());
        values.each(
                target,
                (foreign, unknown) -> {
                    for (String action : List.of("connect", "disconnect", "set")) {
                        ObjectNode links = JSON.objectNode();
                        links.putArray(action).add(id());
                        update(object, JSON.objectNode().set(list.name(), links), foreign, unknown);
                    }
                });
        if (list.way() == ModelList.Way.CHILDREN) {
            nested(object, list, target);
        }
    }

    /** A child that comes with its parent and points to the other tenant. */
    private void nested(ModelObject object, ModelList list, ModelObject target) {
        for (ModelField field : target.fields()) {
            boolean isOther = field.isToOne() && field.isWritable() && !field.equals(list.field());
            if (isOther) {
                values.each(
                        own.model().object(field.targetName()),
                        (foreign, unknown) ->
                                draft(target)
                                        .ifPresent(data -> {
                                            data.remove(list.field().name());
                                            data.set(field.name(), id());
                                            ObjectNode links = JSON.objectNode();
                                            links.putArray("create").add(data);
                                            update(
                                                    object,
                                                    JSON.objectNode().set(list.name(), links),
                                                    foreign,
                                                    unknown);
                                        }));
            }
        }
    }

    private void byCode(ModelObject object) {
        ModelField key = ForeignValues.unique(object).orElseThrow();
        values.of(object, key)
                .forEach(value -> {
                    String unknown = values.unknownText(key);
                    draft(object)
                            .ifPresent(data -> {
                                data.put(key.name(), Attempt.PLACE);
                                ObjectNode variables = JSON.objectNode();
                                variables.putArray("data").add(data);
                                adopt(
                                        "mutation ($data: [%sCreateInput!]!) { upsert%s(data: $data, on: \"%s\") { created record { version } } }"
                                                .formatted(
                                                        object.name(), object.ending(), key.name()),
                                        variables.toString(),
                                        value,
                                        unknown);
                            });
                });
    }

    private void removal(ModelObject object) {
        for (String action : List.of("delete", "restore", "destroy")) {
            values.each(
                    object,
                    (foreign, unknown) ->
                            add(
                                    "mutation ($x: ID!) { %s%s(id: $x) { id } }"
                                            .formatted(action, object.name()),
                                    place(),
                                    foreign,
                                    unknown));
        }
        values.each(
                object,
                (foreign, unknown) -> {
                    add(
                            "mutation ($x: ID!) { delete%s(filter: { id: { in: [$x] } }) { count } }"
                                    .formatted(object.ending()),
                            place(),
                            foreign,
                            unknown);
                    add(
                            "mutation ($x: ID!) { update%s(filter: { id: { eq: $x } }, data: { owner: null }) { count } }"
                                    .formatted(object.ending()),
                            place(),
                            foreign,
                            unknown);
                    add(
                            "mutation ($x: ID!) { update%s(id: $x, data: { owner: null }, ifVersion: 1) { id version } }"
                                    .formatted(object.name()),
                            place(),
                            foreign,
                            unknown);
                });
    }

    /** Records of two tenants may have the same id. */
    private void sameId(ModelObject object) {
        values.each(
                object,
                (foreign, unknown) ->
                        draft(object)
                                .ifPresent(data -> {
                                    data.put("id", Attempt.PLACE);
                                    adopt(
                                            "mutation ($data: %sCreateInput!) { create%s(data: $data) { version } }"
                                                    .formatted(object.name(), object.name()),
                                            JSON.objectNode().set("data", data).toString(),
                                            foreign,
                                            unknown);
                                }));
    }

    private void create(
            ModelObject object, Map<String, ObjectNode> set, String foreign, String unknown) {
        draft(object)
                .ifPresent(data -> {
                    set.forEach(data::set);
                    add(
                            "mutation ($data: %sCreateInput!) { create%s(data: $data) { version } }"
                                    .formatted(object.name(), object.name()),
                            JSON.objectNode().set("data", data).toString(),
                            foreign,
                            unknown);
                });
    }

    private void update(
            ModelObject object,
            tools.jackson.databind.JsonNode data,
            String foreign,
            String unknown) {
        List<Row> live = own.live(object.name());
        if (!live.isEmpty()) {
            add(
                    "mutation ($data: %sUpdateInput!) { update%s(id: \"%s\", data: $data) { id } }"
                            .formatted(object.name(), object.name(), values.dice().pick(live).id()),
                    JSON.objectNode().set("data", data).toString(),
                    foreign,
                    unknown);
        }
    }

    /** The values of a new record that has no id and no code of its own. */
    private Optional<ObjectNode> draft(ModelObject object) {
        return values.rows()
                .row(object, UUID.randomUUID())
                .map(row -> {
                    Map<String, Object> values = new HashMap<>(row.values());
                    values.remove("id");
                    values.remove(ForeignValues.unique(object).map(ModelField::name).orElse(""));
                    return Inputs.data(object, values, Map.of());
                });
    }

    private void add(String text, String variables, String foreign, String unknown) {
        attempts.add(new Attempt(text, variables, foreign, unknown));
    }

    private void adopt(String text, String variables, String foreign, String unknown) {
        adoptions.add(new Attempt(text, variables, foreign, unknown));
    }

    private static String place() {
        return JSON.objectNode().put("x", Attempt.PLACE).toString();
    }

    private static ObjectNode id() {
        return JSON.objectNode().put("id", Attempt.PLACE);
    }
}
