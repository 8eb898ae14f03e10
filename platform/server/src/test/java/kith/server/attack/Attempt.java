package kith.server.attack;

import static kith.server.attack.SchemaTypes.isRequired;
import static kith.server.attack.SchemaTypes.kind;
import static kith.server.attack.SchemaTypes.name;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A request that attackers send.
 *
 * @param root the field that it asks for
 */
record Attempt(String root, boolean isMutation, String query) {

    private static final int LEVELS = 4;
    private static final int LEAVES = 6;

    /** One for each root field, with the arguments that it must have. */
    static List<Attempt> each(SchemaTypes types, String id) {
        Literals literals = new Literals(types, id);
        return roots(types)
                .map(root -> root.attempt(types, required(root.field(), literals, "")))
                .toList();
    }

    /** One for each place of each root field where an id may stand. */
    static List<Attempt> eachPlaceOfAnId(SchemaTypes types, String id) {
        Literals literals = new Literals(types, id);
        return roots(types)
                .flatMap(root ->
                        root.field()
                                .path("args")
                                .valueStream()
                                .flatMap(argument ->
                                        literals.withId(argument.path("type"))
                                                .map(value ->
                                                        required(
                                                                root.field(),
                                                                literals,
                                                                name(argument) + ": " + value))
                                                .map(arguments -> root.attempt(types, arguments))))
                .distinct()
                .toList();
    }

    private static Stream<Root> roots(SchemaTypes types) {
        return Stream.concat(
                types.roots("query").stream().map(field -> new Root(field, false)),
                types.roots("mutation").stream().map(field -> new Root(field, true)));
    }

    private static String required(JsonNode field, Literals literals, String chosen) {
        String others =
                field.path("args")
                        .valueStream()
                        .filter(argument ->
                                isRequired(argument) && !chosen.startsWith(name(argument) + ":"))
                        .map(argument ->
                                name(argument) + ": " + literals.least(argument.path("type")))
                        .collect(Collectors.joining(", "));
        String all =
                Stream.of(chosen, others)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : "(" + all + ")";
    }

    private record Root(JsonNode field, boolean isMutation) {

        Attempt attempt(SchemaTypes types, String arguments) {
            return new Attempt(
                    name(field),
                    isMutation,
                    (isMutation ? "mutation { " : "{ ")
                            + name(field)
                            + arguments
                            + selection(types, types.named(field.path("type")), 1)
                            + " }");
        }
    }

    /** What is asked of an answer: some of its values, and of what it leads to. */
    private static String selection(SchemaTypes types, JsonNode type, int level) {
        return switch (kind(type)) {
            case "SCALAR", "ENUM" -> "";
            case "UNION" -> " { __typename }";
            default -> " { __typename " + leaves(types, type) + below(types, type, level) + " }";
        };
    }

    private static String leaves(SchemaTypes types, JsonNode type) {
        return type.path("fields")
                .valueStream()
                .filter(field -> !hasRequired(field) && isLeaf(types, field))
                .limit(LEAVES)
                .map(SchemaTypes::name)
                .collect(Collectors.joining(" "));
    }

    private static String below(SchemaTypes types, JsonNode type, int level) {
        if (level == LEVELS || (level > 1 && !name(type).endsWith("Connection"))) {
            return "";
        }
        return type.path("fields")
                .valueStream()
                .filter(field -> !hasRequired(field) && !isLeaf(types, field))
                .filter(field -> name(field).equals("nodes") || level == 1)
                .limit(LEAVES)
                .map(field ->
                        " "
                                + name(field)
                                + selection(types, types.named(field.path("type")), level + 1))
                .collect(Collectors.joining());
    }

    private static boolean isLeaf(SchemaTypes types, JsonNode field) {
        String kind = kind(types.named(field.path("type")));
        return kind.equals("SCALAR") || kind.equals("ENUM");
    }

    private static boolean hasRequired(JsonNode field) {
        return field.path("args").valueStream().anyMatch(SchemaTypes::isRequired);
    }
}
