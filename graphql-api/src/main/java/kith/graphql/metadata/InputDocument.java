package kith.graphql.metadata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.graphql.sdl.Arguments;
import kith.metadata.ComponentKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the inputs of one kind of component become documents, whose words are partly others.
 *
 * @param renamed the place in the document of what the input calls otherwise
 */
record InputDocument(ComponentKind kind, Map<String, List<String>> renamed) {

    static final InputDocument OBJECT =
            new InputDocument(
                    ComponentKind.OBJECT,
                    Map.of(
                            "nameLabel", List.of("nameField", "label"),
                            "nameFormat", List.of("nameField", "format"),
                            "keepsHistory", List.of("history"),
                            "isSearchable", List.of("search"),
                            "isActivity", List.of("activity")));
    static final InputDocument FIELD =
            new InputDocument(
                    ComponentKind.FIELD,
                    Map.of(
                            "helpText", List.of("help"),
                            "defaultValue", List.of("default"),
                            "defaultExpression", List.of("default", "expression")));
    static final InputDocument RULE = new InputDocument(ComponentKind.RULE, Map.of());
    static final InputDocument VALIDATION = new InputDocument(ComponentKind.VALIDATION, Map.of());

    private static final JsonMapper JSON = new JsonMapper();

    /** What is left out where nothing is left in it. */
    private static final List<String> PARENTS = List.of("nameField", "default");

    private static final List<String> IDENTITY = List.of("id", "key", "storage", "package");

    /** The document of a new component. */
    ObjectNode created(Arguments input) {
        ObjectNode document = JSON.createObjectNode();
        document.put("kind", kind.documentName());
        put(document, input);
        return document;
    }

    /** The document of a component with some of its properties changed; null removes one. */
    ObjectNode updated(ObjectNode current, Arguments input) {
        ObjectNode document = current.deepCopy();
        document.remove(IDENTITY);
        put(document, input);
        return document;
    }

    /** What the input calls a place in the document. */
    List<Object> inputPath(List<Object> path) {
        List<Object> named = new ArrayList<>(path);
        Optional<Map.Entry<String, List<String>>> nearest =
                renamed.entrySet().stream()
                        .filter(entry -> isWithin(path, entry.getValue()))
                        .max(Comparator.comparingInt(entry -> entry.getValue().size()));
        if (nearest.isPresent()) {
            named.subList(0, nearest.get().getValue().size()).clear();
            named.addFirst(nearest.get().getKey());
            return named;
        }
        named.replaceAll(
                step -> step.equals("active") && path.contains("values") ? "isActive" : step);
        return named;
    }

    private static boolean isWithin(List<Object> path, List<String> place) {
        return path.size() >= place.size() && path.subList(0, place.size()).equals(place);
    }

    private void put(ObjectNode document, Arguments input) {
        input.values()
                .forEach((name, value) -> {
                    List<String> place = renamed.getOrDefault(name, List.of(name));
                    if (place.size() == 1) {
                        put(document, name, place.getLast(), value);
                    } else if (value != null
                            || document.get(place.getFirst()) instanceof ObjectNode) {
                        put(within(document, place.getFirst()), name, place.getLast(), value);
                    }
                });
        for (String parent : PARENTS) {
            if (document.get(parent) instanceof ObjectNode empty && empty.isEmpty()) {
                document.remove(parent);
            }
        }
    }

    /** The object of this name; where something else stands, it makes way. */
    private static ObjectNode within(ObjectNode document, String name) {
        return document.get(name) instanceof ObjectNode known ? known : document.putObject(name);
    }

    private static void put(
            ObjectNode parent, String name, String property, @Nullable Object value) {
        if (value == null) {
            parent.remove(property);
        } else {
            parent.set(property, tree(name, value));
        }
    }

    private static JsonNode tree(String name, Object value) {
        JsonNode tree = JSON.valueToTree(value);
        if (name.equals("values")) {
            for (JsonNode element : tree) {
                ObjectNode picklistValue = (ObjectNode) element;
                Optional.ofNullable(picklistValue.remove("isActive"))
                        .filter(active -> !active.isNull())
                        .ifPresent(active -> picklistValue.set("active", active));
            }
        }
        return tree;
    }
}
