package kith.graphql.reference.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes inputs down, some of their values as variables. */
final class Writer {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int VARIABLES_PERCENT = 20;

    private final Dice dice;
    private final ObjectNode variables = JSON.objectNode();
    private final List<String> declarations = new ArrayList<>();

    Writer(Dice dice) {
        this.dice = dice;
    }

    /** In the text, or as a variable of the type. */
    String input(Given given, String type) {
        return dice.percent(VARIABLES_PERCENT) ? variable(json(given), type) : literal(given);
    }

    String literal(Given given) {
        return switch (given) {
            case Given.Word(String name) -> name;
            case Given.Leaf(Object value, String type) ->
                    dice.percent(VARIABLES_PERCENT) ? variable(plain(value), type) : text(value);
            case Given.Items(var items) ->
                    items.stream().map(this::literal).collect(Collectors.joining(", ", "[", "]"));
            case Given.Members(var members) ->
                    members.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + literal(entry.getValue()))
                            .collect(Collectors.joining(", ", "{ ", " }"));
        };
    }

    /** A variable without a value. */
    void declare(String declaration) {
        declarations.add(declaration);
    }

    String variable(JsonNode value, String type) {
        String name = "v" + (declarations.size() + 1);
        declarations.add("$%s: %s".formatted(name, type));
        variables.set(name, value);
        return "$" + name;
    }

    private static String text(Object value) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case List<?> items ->
                    items.stream().map(Writer::text).collect(Collectors.joining(", ", "[", "]"));
            case String text -> MAPPER.writeValueAsString(text);
            default -> value.toString();
        };
    }

    private static JsonNode plain(Object value) {
        return switch (value) {
            case BigDecimal number -> JSON.numberNode(number);
            case Integer number -> JSON.numberNode(number);
            case Boolean flag -> JSON.booleanNode(flag);
            case List<?> items -> {
                ArrayNode list = JSON.arrayNode();
                items.forEach(item -> list.add(plain(item)));
                yield list;
            }
            default -> JSON.stringNode(value.toString());
        };
    }

    static JsonNode json(Given given) {
        return switch (given) {
            case Given.Word(String name) -> JSON.stringNode(name);
            case Given.Leaf(Object value, var _) -> plain(value);
            case Given.Items(var items) -> {
                ArrayNode list = JSON.arrayNode();
                items.forEach(item -> list.add(json(item)));
                yield list;
            }
            case Given.Members(var members) -> {
                ObjectNode object = JSON.objectNode();
                members.forEach((name, value) -> object.set(name, json(value)));
                yield object;
            }
        };
    }

    /** The whole request. */
    Request request(String operation, String selection, List<String> fragments) {
        String head =
                declarations.isEmpty()
                        ? operation
                        : declarations.stream()
                                .collect(Collectors.joining(", ", operation + " (", ")"));
        StringBuilder text = new StringBuilder(head).append(" ").append(selection);
        fragments.forEach(fragment -> text.append("\n").append(fragment));
        return new Request(text.toString(), variables.toString());
    }
}
