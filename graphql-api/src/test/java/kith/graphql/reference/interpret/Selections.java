package kith.graphql.reference.interpret;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.FloatValue;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a request selects: fragments spread out, equal keys merged, variables put in. */
final class Selections {

    private final Document document;
    private final OperationDefinition operation;
    private final ObjectNode variables = Values.JSON.objectNode();

    Selections(String text, JsonNode given) {
        this.document = Parser.parse(text);
        this.operation = document.getDefinitionsOfType(OperationDefinition.class).getFirst();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            Optional.ofNullable(given.get(variable.getName()))
                    .or(() -> Optional.ofNullable(variable.getDefaultValue()).flatMap(this::json))
                    .ifPresent(value -> variables.set(variable.getName(), value));
        }
    }

    /**
     * A field of the answer.
     *
     * @param key its name in the answer
     * @param inside all selections under the key
     */
    record Chosen(String key, String name, ObjectNode arguments, List<SelectionSet> inside) {}

    List<Chosen> root() {
        return fields("", List.of(operation.getSelectionSet()));
    }

    boolean isMutation() {
        return operation.getOperation() == OperationDefinition.Operation.MUTATION;
    }

    List<Chosen> fields(String type, List<SelectionSet> sets) {
        Map<String, Chosen> chosen = new LinkedHashMap<>();
        sets.forEach(set -> collect(type, set, chosen));
        return List.copyOf(chosen.values());
    }

    private void collect(String type, SelectionSet set, Map<String, Chosen> chosen) {
        for (Selection<?> selection : set.getSelections()) {
            if (!isIncluded((DirectivesContainer<?>) selection)) {
                continue;
            }
            switch (selection) {
                case Field field ->
                        chosen.merge(field.getResultKey(), chosen(field), Selections::merged);
                case InlineFragment fragment -> {
                    boolean isMatch =
                            fragment.getTypeCondition() == null
                                    || isOf(type, fragment.getTypeCondition().getName());
                    if (isMatch) {
                        collect(type, fragment.getSelectionSet(), chosen);
                    }
                }
                case FragmentSpread spread -> {
                    FragmentDefinition fragment =
                            document.getDefinitionsOfType(FragmentDefinition.class).stream()
                                    .filter(one -> one.getName().equals(spread.getName()))
                                    .findFirst()
                                    .orElseThrow();
                    if (isOf(type, fragment.getTypeCondition().getName())) {
                        collect(type, fragment.getSelectionSet(), chosen);
                    }
                }
                default -> throw new IllegalArgumentException(selection.toString());
            }
        }
    }

    private static boolean isOf(String type, String condition) {
        return condition.equals(type) || condition.equals("Node") || type.isEmpty();
    }

    private boolean isIncluded(DirectivesContainer<?> selection) {
        return selection.getDirectives().stream().allMatch(this::isIncluding);
    }

    private boolean isIncluding(Directive directive) {
        boolean isTrue = json(directive.getArgument("if").getValue()).orElseThrow().booleanValue();
        return isTrue == directive.getName().equals("include");
    }

    private Chosen chosen(Field field) {
        ObjectNode arguments = Values.JSON.objectNode();
        for (Argument argument : field.getArguments()) {
            json(argument.getValue()).ifPresent(value -> arguments.set(argument.getName(), value));
        }
        List<SelectionSet> inside =
                field.getSelectionSet() == null ? List.of() : List.of(field.getSelectionSet());
        return new Chosen(field.getResultKey(), field.getName(), arguments, inside);
    }

    private static Chosen merged(Chosen one, Chosen other) {
        List<SelectionSet> inside = new ArrayList<>(one.inside());
        inside.addAll(other.inside());
        return new Chosen(one.key(), one.name(), one.arguments(), inside);
    }

    /** The value, or nothing where it is a variable that is not given. */
    private Optional<JsonNode> json(Value<?> value) {
        return Optional.ofNullable(
                switch (value) {
                    case VariableReference variable -> variables.get(variable.getName());
                    case NullValue _ -> Values.JSON.nullNode();
                    case StringValue text -> Values.JSON.stringNode(text.getValue());
                    case EnumValue name -> Values.JSON.stringNode(name.getName());
                    case BooleanValue flag -> Values.JSON.booleanNode(flag.isValue());
                    case IntValue number -> Values.JSON.numberNode(number.getValue());
                    case FloatValue number -> Values.JSON.numberNode(number.getValue());
                    case ArrayValue array -> {
                        ArrayNode list = Values.JSON.arrayNode();
                        array.getValues().forEach(item -> json(item).ifPresent(list::add));
                        yield list;
                    }
                    case ObjectValue object -> {
                        ObjectNode members = Values.JSON.objectNode();
                        for (ObjectField field : object.getObjectFields()) {
                            json(field.getValue())
                                    .ifPresent(known -> members.set(field.getName(), known));
                        }
                        yield members;
                    }
                    default -> throw new IllegalArgumentException(value.toString());
                });
    }
}
