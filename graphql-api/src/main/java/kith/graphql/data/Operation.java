package kith.graphql.data;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kith.graphql.GraphqlProblem;
import kith.graphql.document.ValidDocument;
import kith.graphql.http.GraphqlRequest;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a document with its variables: tells which fields of the answer it asks for at a
 * type, fragments spread out and conditions decided, and with which arguments.
 */
record Operation(
        PreparedDocument document, OperationDefinition definition, CoercedVariables variables) {

    @SuppressWarnings("NullAway") // the engine's maps hold nulls, but do not say so
    static Operation of(PreparedDocument document, GraphqlRequest request) {
        OperationDefinition definition = document.document().operation(request.operationName());
        try {
            return new Operation(
                    document,
                    definition,
                    ValuesResolver.coerceVariableValues(
                            document.schema().graphql(),
                            definition.getVariableDefinitions(),
                            RawVariables.of(request.variables()),
                            GraphQLContext.getDefault(),
                            Locale.ENGLISH));
        } catch (GraphQLException invalid) {
            throw ValidDocument.refusal(
                    GraphqlProblem.VARIABLE_INVALID, invalid, document.schema().graphql());
        }
    }

    /** The same with values left open. */
    Operation opened(OpenVariables open) {
        return new Operation(
                document,
                definition,
                open.opened(variables, definition, document.schema().graphql()));
    }

    boolean isMutation() {
        return definition.getOperation() == OperationDefinition.Operation.MUTATION;
    }

    boolean isSubscription() {
        return definition.getOperation() == OperationDefinition.Operation.SUBSCRIPTION;
    }

    /** The type of the operation's root fields. */
    GraphQLObjectType rootType() {
        return switch (definition.getOperation()) {
            case QUERY -> document.schema().graphql().getQueryType();
            case MUTATION -> document.schema().graphql().getMutationType();
            case SUBSCRIPTION -> document.schema().graphql().getSubscriptionType();
        };
    }

    List<SelectedField> roots() {
        return fields(rootType(), List.of(definition.getSelectionSet()));
    }

    /** The fields of the answer at a type, in the order of the document. */
    List<SelectedField> fields(GraphQLObjectType type, List<SelectionSet> selections) {
        Map<String, List<Field>> merged = new LinkedHashMap<>();
        Set<String> spread = new HashSet<>();
        selections.forEach(selection -> collect(type, selection, spread, merged));
        List<SelectedField> fields = new ArrayList<>(merged.size());
        merged.forEach((key, nodes) ->
                fields.add(new SelectedField(key, nodes.getFirst().getName(), nodes)));
        return fields;
    }

    /** The coerced arguments of a field; what was not given is not there. */
    @SuppressWarnings("NullAway") // the engine's maps hold nulls, but do not say so
    Map<String, @Nullable Object> arguments(
            SelectedField field, GraphQLFieldDefinition definition) {
        if (definition.getArguments().isEmpty()) {
            return Map.of();
        }
        try {
            return ValuesResolver.getArgumentValues(
                    definition.getArguments(),
                    field.first().getArguments(),
                    variables,
                    GraphQLContext.getDefault(),
                    Locale.ENGLISH);
        } catch (GraphQLException invalid) {
            throw ValidDocument.refusal(
                    GraphqlProblem.ARGUMENT_INVALID, invalid, document.schema().graphql());
        }
    }

    private void collect(
            GraphQLObjectType type,
            SelectionSet selections,
            Set<String> spread,
            Map<String, List<Field>> merged) {
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof DirectivesContainer<?> conditional && !isWanted(conditional)) {
                continue;
            }
            switch (selection) {
                case Field field ->
                        merged.computeIfAbsent(field.getResultKey(), _ -> new ArrayList<>())
                                .add(field);
                case InlineFragment fragment -> {
                    if (applies(fragment.getTypeCondition(), type)) {
                        collect(type, fragment.getSelectionSet(), spread, merged);
                    }
                }
                case FragmentSpread named -> {
                    FragmentDefinition fragment =
                            document.document().fragments().get(named.getName());
                    if (fragment != null
                            && spread.add(named.getName())
                            && applies(fragment.getTypeCondition(), type)) {
                        collect(type, fragment.getSelectionSet(), spread, merged);
                    }
                }
                default -> throw new IllegalStateException("Unknown selection " + selection);
            }
        }
    }

    private boolean applies(@Nullable TypeName condition, GraphQLObjectType type) {
        return condition == null
                || condition.getName().equals(type.getName())
                || type.getInterfaces().stream()
                        .map(GraphQLNamedOutputType::getName)
                        .anyMatch(condition.getName()::equals)
                || (document.schema().graphql().getType(condition.getName())
                                instanceof GraphQLUnionType union
                        && union.isPossibleType(type));
    }

    private boolean isWanted(DirectivesContainer<?> selection) {
        return selection.getDirectives().isEmpty()
                || (!isTrue(selection, "skip", false) && isTrue(selection, "include", true));
    }

    private boolean isTrue(DirectivesContainer<?> selection, String directive, boolean otherwise) {
        List<Directive> directives = selection.getDirectives(directive);
        if (directives.isEmpty()) {
            return otherwise;
        }
        Value<?> condition = directives.getFirst().getArgument("if").getValue();
        return switch (condition) {
            case BooleanValue literal -> literal.isValue();
            case VariableReference variable ->
                    Boolean.TRUE.equals(variables.get(variable.getName()));
            default -> otherwise;
        };
    }
}
