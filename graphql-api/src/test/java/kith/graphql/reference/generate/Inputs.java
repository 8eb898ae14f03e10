package kith.graphql.reference.generate;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.graphql.reference.world.Form;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values as inputs of writes. */
public final class Inputs {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Inputs() {}

    /** The given values of a record and its links, as {@code data}. */
    public static ObjectNode data(
            ModelObject object, Map<String, Object> values, Map<String, List<UUID>> links) {
        ObjectNode data = JSON.objectNode();
        Map<String, Object> inOrder = new LinkedHashMap<>();
        object.fields()
                .forEach(field ->
                        Optional.ofNullable(values.get(field.name()))
                                .ifPresent(value -> inOrder.put(field.name(), value)));
        inOrder.forEach((name, value) -> data.set(name, of(object.require(name), value)));
        links.forEach((name, ids) -> {
            ArrayNode connect = data.putObject(name).putArray("connect");
            ids.forEach(id -> connect.addObject().put("id", id.toString()));
        });
        return data;
    }

    static JsonNode of(ModelField field, Object value) {
        return switch (value) {
            case BigDecimal number ->
                    field.form() == Form.INT
                            ? JSON.numberNode(number.intValueExact())
                            : JSON.stringNode(number.toPlainString());
            case Boolean flag -> JSON.booleanNode(flag);
            case List<?> items -> {
                ArrayNode list = JSON.arrayNode();
                items.forEach(item -> list.add(item.toString()));
                yield list;
            }
            case UUID id when field.kind() != Kind.ID -> JSON.objectNode().put("id", id.toString());
            default -> JSON.stringNode(value.toString());
        };
    }
}
