package kith.graphql.data;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import kith.graphql.GraphqlProblem;
import kith.graphql.http.GraphqlError;
import kith.graphql.http.GraphqlRefusal;
import kith.metadata.problem.Problem;

/** Answers the introspection fields of an operation, which alone are left to the engine. */
final class Introspection {

    private Introspection() {}

    /** The values by response key. */
    static Map<String, Object> answer(Operation operation) {
        Document document = introspectionAlone(operation);
        ExecutionResult result =
                GraphQL.newGraphQL(operation.document().schema().graphql())
                        .preparsedDocumentProvider((input, parse) ->
                                CompletableFuture.completedFuture(
                                        new PreparsedDocumentEntry(document)))
                        .build()
                        .execute(
                                ExecutionInput.newExecutionInput()
                                        .query("introspection")
                                        .variables(operation.variables().toMap())
                                        .build());
        if (!result.getErrors().isEmpty()) {
            throw new GraphqlRefusal(
                    result.getErrors().stream()
                            .map(error ->
                                    GraphqlError.of(
                                            Problem.of(
                                                    GraphqlProblem.QUERY_TOO_WIDE,
                                                    error.getMessage())))
                            .toList());
        }
        Map<String, Object> data = result.getData();
        return Objects.requireNonNull(data);
    }

    private static Document introspectionAlone(Operation operation) {
        List<Selection<?>> selections = new ArrayList<>();
        operation.roots().stream()
                .filter(SelectedField::isIntrospection)
                .forEach(field -> selections.addAll(field.nodes()));
        OperationDefinition definition =
                operation
                        .definition()
                        .transform(builder ->
                                builder.operation(OperationDefinition.Operation.QUERY)
                                        .selectionSet(new SelectionSet(selections)));
        List<Definition<?>> definitions = new ArrayList<>();
        definitions.add(definition);
        definitions.addAll(operation.document().document().fragments().values());
        return new Document(new ArrayList<>(definitions));
    }
}
