package kith.server.attack;

import static kith.server.attack.SchemaTypes.isRequired;
import static kith.server.attack.SchemaTypes.kind;
import static kith.server.attack.SchemaTypes.name;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Values for arguments, as GraphQL writes them, with an id wherever one may stand. */
final class Literals {

    /** Of inputs within inputs. */
    private static final int LEVELS = 3;

    private final SchemaTypes types;
    private final String id;

    /**
     * @param id what stands wherever an id may stand
     */
    Literals(SchemaTypes types, String id) {
        this.types = types;
        this.id = '"' + id + '"';
    }

    /** A value with no more in it than there must be. */
    String least(JsonNode type) {
        return switch (kind(type)) {
            case "NON_NULL" -> least(type.path("ofType"));
            case "LIST" -> "[" + least(type.path("ofType")) + "]";
            case "ENUM" -> name(types.named(type).path("enumValues").path(0));
            case "INPUT_OBJECT" -> object(types.named(type), "");
            default -> scalar(name(type));
        };
    }

    private String scalar(String type) {
        return switch (type) {
            case "ID" -> id;
            case "Int", "Float" -> "1";
            case "Boolean" -> "true";
            case "Decimal" -> "\"1\"";
            case "Date" -> "\"2026-01-31\"";
            case "DateTime" -> "\"2026-01-31T10:00:00Z\"";
            case "Time" -> "\"10:00:00\"";
            case "JSON" -> "{}";
            default -> "\"x\"";
        };
    }

    private String object(JsonNode input, String chosen) {
        String chosenName = chosen.isEmpty() ? "" : chosen.substring(0, chosen.indexOf(':'));
        String others =
                types.inputFields(input)
                        .filter(field -> isRequired(field) && !name(field).equals(chosenName))
                        .map(field -> name(field) + ": " + least(field.path("type")))
                        .collect(Collectors.joining(", "));
        return "{ "
                + Stream.of(chosen, others)
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(", "))
                + " }";
    }

    /** One value for each place within it where an id may stand. */
    Stream<String> withId(JsonNode type) {
        return withId(type, new HashSet<>());
    }

    private Stream<String> withId(JsonNode type, Set<String> within) {
        return switch (kind(type)) {
            case "NON_NULL" -> withId(type.path("ofType"), within);
            case "LIST" -> withId(type.path("ofType"), within).map(value -> "[" + value + "]");
            case "SCALAR" -> name(type).equals("ID") ? Stream.of(id) : Stream.empty();
            case "INPUT_OBJECT" -> objectsWithId(types.named(type), within);
            default -> Stream.empty();
        };
    }

    private Stream<String> objectsWithId(JsonNode input, Set<String> within) {
        if (within.size() == LEVELS || within.contains(name(input))) {
            return Stream.empty();
        }
        Set<String> inner = new HashSet<>(within);
        inner.add(name(input));
        return types.inputFields(input)
                .flatMap(field ->
                        withId(field.path("type"), inner)
                                .map(value -> object(input, name(field) + ": " + value)));
    }
}
