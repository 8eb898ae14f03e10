package kith.graphql.data;

import graphql.execution.CoercedVariables;
import graphql.execution.TypeFromAST;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kith.runtime.read.ReadTemplate;
import org.jspecify.annotations.Nullable;

/**
 * The variables of an operation whose values may be left open in its compiled query.
 *
 * @param ids of type ID
 * @param operands used in conditions alone, as what a field is compared with
 * @param filters used as filters alone; open is what they compare fields with
 */
record OpenVariables(Set<String> ids, Set<String> operands, Set<String> filters) {

    /** Takes the place of a value that is open. */
    private enum Mark {
        OPEN
    }

    OpenVariables {
        ids = Set.copyOf(ids);
        operands = Set.copyOf(operands);
        filters = Set.copyOf(filters);
    }

    /**
     * The values of a request.
     *
     * @param fixed all variables that are no ids, with marks where a value is open
     * @param open values by the names under which a template wants them
     */
    record Values(Map<String, @Nullable Object> fixed, Map<String, Object> open) {}

    Values values(Map<String, @Nullable Object> variables) {
        if (ids.isEmpty() && operands.isEmpty() && filters.isEmpty()) {
            return new Values(variables, Map.of());
        }
        Map<String, @Nullable Object> fixed = LinkedHashMap.newLinkedHashMap(variables.size());
        Map<String, Object> open = new HashMap<>();
        variables.forEach((name, value) -> {
            if (operands.contains(name) && isOpenable(value)) {
                open.put(ReadTemplate.valueName(name), value);
                fixed.put(name, Mark.OPEN);
            } else if (filters.contains(name)) {
                fixed.put(name, withMarks(value, name, open));
            } else if (!ids.contains(name)) {
                fixed.put(name, value);
            }
        });
        return new Values(fixed, open);
    }

    private static @Nullable Object withMarks(
            @Nullable Object value, String path, Map<String, Object> open) {
        return switch (value) {
            case Map<?, ?> members -> {
                Map<Object, @Nullable Object> marked =
                        LinkedHashMap.newLinkedHashMap(members.size());
                members.forEach((name, member) -> {
                    String place = path + "." + name;
                    if (isOperand(name, member)) {
                        open.put(ReadTemplate.valueName(place), member);
                        marked.put(name, Mark.OPEN);
                    } else {
                        marked.put(name, withMarks(member, place, open));
                    }
                });
                yield marked;
            }
            case List<?> items -> {
                List<@Nullable Object> marked = new ArrayList<>(items.size());
                for (Object item : items) {
                    marked.add(withMarks(item, path + "." + marked.size(), open));
                }
                yield marked;
            }
            case null, default -> value;
        };
    }

    /** The variables of an operation with {@link OpenVariable}s for what is open. */
    @SuppressWarnings("NullAway") // the engine's maps hold nulls, but do not say so
    CoercedVariables opened(
            CoercedVariables variables, OperationDefinition operation, GraphQLSchema schema) {
        Map<String, @Nullable Object> opened = new LinkedHashMap<>(variables.toMap());
        for (VariableDefinition definition : operation.getVariableDefinitions()) {
            String name = definition.getName();
            Object value = opened.get(name);
            GraphQLType type = TypeFromAST.getTypeFromAST(schema, definition.getType());
            if (operands.contains(name) && isOpenable(value)) {
                opened.put(name, new OpenVariable(name, value, scalar(type)));
            } else if (filters.contains(name) && value != null) {
                opened.put(name, opened(value, type, name));
            }
        }
        return CoercedVariables.of(opened);
    }

    private static @Nullable Object opened(@Nullable Object value, GraphQLType type, String path) {
        return switch (value) {
            case Map<?, ?> members -> {
                GraphQLInputObjectType object =
                        (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(type);
                Map<Object, @Nullable Object> opened =
                        LinkedHashMap.newLinkedHashMap(members.size());
                members.forEach((name, member) -> {
                    String place = path + "." + name;
                    GraphQLType inner = object.getField(String.valueOf(name)).getType();
                    opened.put(
                            name,
                            isOperand(name, member)
                                    ? new OpenVariable(place, member, scalar(inner))
                                    : opened(member, inner, place));
                });
                yield opened;
            }
            case List<?> items -> {
                List<@Nullable Object> opened = new ArrayList<>(items.size());
                for (Object item : items) {
                    opened.add(opened(item, type, path + "." + opened.size()));
                }
                yield opened;
            }
            case null, default -> value;
        };
    }

    private static GraphQLScalarType scalar(GraphQLType type) {
        return (GraphQLScalarType) GraphQLTypeUtil.unwrapAll(type);
    }

    private static boolean isOperand(@Nullable Object name, @Nullable Object value) {
        return name instanceof String operator
                && OpenComparison.isOperator(operator)
                && isOpenable(value);
    }

    /** Empty texts are no values; a yes or no decides how a statement looks. */
    private static boolean isOpenable(@Nullable Object value) {
        return value instanceof Number || (value instanceof String text && !text.isEmpty());
    }
}
