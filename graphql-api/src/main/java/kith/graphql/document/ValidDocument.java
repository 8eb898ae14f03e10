package kith.graphql.document;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.graphql.GraphqlProblem;
import kith.graphql.http.GraphqlError;
import kith.graphql.http.GraphqlRefusal;
import kith.metadata.problem.Problem;

/**
 * A parsed document that is valid under a schema.
 *
 * @param fragments by their names
 */
public record ValidDocument(Document document, Map<String, FragmentDefinition> fragments) {

    /**
     * Parses and validates a document.
     *
     * @throws GraphqlRefusal with all errors and their places
     */
    public static ValidDocument of(GraphQLSchema schema, String query) {
        return of(schema, parsed(query));
    }

    /**
     * Parses a document.
     *
     * @throws GraphqlRefusal where it is malformed or too large
     */
    public static Document parsed(String query) {
        return DocumentPreparation.parse(query);
    }

    /**
     * Validates a document.
     *
     * @throws GraphqlRefusal with all errors and their places
     */
    public static ValidDocument of(GraphQLSchema schema, Document document) {
        DocumentPreparation.validate(schema, document);
        return new ValidDocument(
                document,
                document.getDefinitionsOfType(FragmentDefinition.class).stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        FragmentDefinition::getName, Function.identity())));
    }

    /** The operation of that name, or the only one. */
    public OperationDefinition operation(Optional<String> name) {
        List<OperationDefinition> operations =
                document.getDefinitionsOfType(OperationDefinition.class);
        if (name.isEmpty()) {
            if (operations.size() == 1) {
                return operations.getFirst();
            }
            throw refusal(
                    operations.isEmpty()
                            ? "The document has no operation"
                            : "The document has several operations; `operationName` must name one");
        }
        return operations.stream()
                .filter(operation -> name.get().equals(operation.getName()))
                .findFirst()
                .orElseThrow(() -> refusal("The document has no operation " + name.get()));
    }

    /** A failure of the engine's coercion, with its place in the document. */
    public static GraphqlRefusal refusal(
            GraphqlProblem code, RuntimeException failure, GraphQLSchema schema) {
        return DocumentPreparation.refusal(code, failure, schema);
    }

    private static GraphqlRefusal refusal(String message) {
        return new GraphqlRefusal(
                List.of(GraphqlError.of(Problem.of(GraphqlProblem.OPERATION_UNKNOWN, message))));
    }
}
