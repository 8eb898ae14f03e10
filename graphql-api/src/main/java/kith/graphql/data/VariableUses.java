package kith.graphql.data;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.NonNullType;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds out, from the text of a document alone, what the variables of an operation are used for.
 */
final class VariableUses {

    private static final String FILTER_ARGUMENT = "filter";

    /** Scalars whose values stand in statements as parameters. */
    private static final Set<String> SCALARS =
            Set.of("String", "Int", "Float", "Decimal", "Date", "DateTime", "Time");

    private final Map<String, Set<Use>> uses = new HashMap<>();

    private VariableUses() {}

    private enum Use {
        /** What a field is compared with. */
        OPERAND,
        /** A filter or a part of one. */
        FILTER,
        OTHER
    }

    static OpenVariables of(Document document, OperationDefinition operation) {
        VariableUses found = new VariableUses();
        for (Definition<?> definition : document.getDefinitions()) {
            found.visit(definition);
        }
        Set<String> ids = new LinkedHashSet<>();
        Set<String> operands = new LinkedHashSet<>();
        Set<String> filters = new LinkedHashSet<>();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            String name = variable.getName();
            String type = scalarName(variable.getType());
            if (type.equals("ID")) {
                ids.add(name);
            } else if (SCALARS.contains(type) && found.isOnly(name, Use.OPERAND)) {
                operands.add(name);
            } else if (found.isOnly(name, Use.FILTER)) {
                filters.add(name);
            }
        }
        return new OpenVariables(ids, operands, filters);
    }

    private boolean isOnly(String name, Use use) {
        return EnumSet.of(use).equals(uses.get(name));
    }

    private void visit(Node<?> node) {
        switch (node) {
            case VariableDefinition _ -> {
                // Defines, and does not use.
            }
            case Field field -> {
                for (Argument argument : field.getArguments()) {
                    collect(
                            argument.getValue(),
                            argument.getName().equals(FILTER_ARGUMENT) ? Use.FILTER : Use.OTHER);
                }
                field.getDirectives().forEach(this::visit);
                if (field.getSelectionSet() != null) {
                    visit(field.getSelectionSet());
                }
            }
            case Directive directive ->
                    directive
                            .getArguments()
                            .forEach(argument -> collect(argument.getValue(), Use.OTHER));
            default -> node.getChildren().forEach(this::visit);
        }
    }

    private void collect(Value<?> value, Use use) {
        switch (value) {
            case VariableReference variable ->
                    uses.computeIfAbsent(variable.getName(), _ -> EnumSet.noneOf(Use.class))
                            .add(use);
            case ObjectValue object -> {
                for (ObjectField field : object.getObjectFields()) {
                    collect(field.getValue(), within(use, field.getName()));
                }
            }
            case ArrayValue array ->
                    array.getValues()
                            .forEach(item ->
                                    collect(item, use == Use.FILTER ? Use.FILTER : Use.OTHER));
            default -> {
                // A literal uses no variable.
            }
        }
    }

    private static Use within(Use use, String name) {
        if (use != Use.FILTER) {
            return Use.OTHER;
        }
        return OpenComparison.isOperator(name) ? Use.OPERAND : Use.FILTER;
    }

    /** The name of a type that is no list; empty for lists. */
    private static String scalarName(Type<?> type) {
        return switch (type) {
            case NonNullType required -> scalarName(required.getType());
            case TypeName name -> name.getName();
            default -> "";
        };
    }
}
