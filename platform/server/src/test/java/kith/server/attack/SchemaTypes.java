package kith.server.attack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A schema as introspection tells it. */
final class SchemaTypes {

    static final String QUESTION =
            """
            { __schema {
                queryType { name } mutationType { name }
                types { kind name
                  enumValues(includeDeprecated: true) { name }
                  fields(includeDeprecated: true) { name args { name type { ...Ref } } type { ...Ref } }
                  inputFields { name type { ...Ref } }
                  possibleTypes { name } } } }
            fragment Ref on __Type {
              kind name ofType { kind name ofType { kind name ofType { kind name
                ofType { kind name ofType { kind name ofType { kind name } } } } } } }
            """;

    private final JsonNode schema;
    private final Map<String, JsonNode> types = new LinkedHashMap<>();

    /**
     * @param answer to {@link #QUESTION}
     */
    SchemaTypes(JsonNode answer) {
        this.schema = answer.at("/data/__schema");
        if (schema.isMissingNode()) {
            throw new IllegalArgumentException("no schema: " + answer);
        }
        schema.path("types").forEach(type -> types.put(type.path("name").asString(), type));
    }

    /** The fields at the root of an operation, e.g. {@code mutation}. */
    List<JsonNode> roots(String operation) {
        return type(schema.path(operation + "Type").path("name").asString(""))
                .map(type -> type.path("fields").valueStream().toList())
                .orElse(List.of());
    }

    Optional<JsonNode> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The type that a reference names, without lists and marks. */
    JsonNode named(JsonNode reference) {
        JsonNode inner = reference;
        while (inner.path("ofType").isObject()) {
            inner = inner.path("ofType");
        }
        return type(inner.path("name").asString()).orElseThrow();
    }

    Stream<JsonNode> inputFields(JsonNode input) {
        return input.path("inputFields").valueStream();
    }

    static String name(JsonNode part) {
        return part.path("name").asString();
    }

    static String kind(JsonNode reference) {
        return reference.path("kind").asString();
    }

    static boolean isRequired(JsonNode argument) {
        return kind(argument.path("type")).equals("NON_NULL");
    }
}
