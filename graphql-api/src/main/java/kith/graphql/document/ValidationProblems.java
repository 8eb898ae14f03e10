package kith.graphql.document;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.validation.ValidationError;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kith.graphql.GraphqlProblem;
import kith.metadata.name.Nearest;
import kith.metadata.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Words validation errors for people: without the engine's jargon, with the nearest name. */
final class ValidationProblems {

    private static final Pattern PREFIX =
            Pattern.compile("^Validation error \\([^)]*\\)\\s*:\\s*", Pattern.DOTALL);
    private static final Pattern UNKNOWN_FIELD =
            Pattern.compile("Field '(\\w+)' in type '(\\w+)' is undefined");
    private static final Pattern UNKNOWN_INPUT =
            Pattern.compile("contains a field not in '(\\w+)': '(\\w+)'");

    private ValidationProblems() {}

    static Problem problem(ValidationError error, GraphQLSchema schema) {
        String message =
                PREFIX.matcher(Objects.requireNonNullElse(error.getMessage(), "Invalid document"))
                        .replaceFirst("");
        Problem problem = Problem.of(GraphqlProblem.GRAPHQL_INVALID, message);
        return nearest(message, schema)
                .map(near -> problem.hint("Did you mean `%s`?".formatted(near)))
                .orElse(problem);
    }

    private static Optional<String> nearest(String message, GraphQLSchema schema) {
        Matcher field = UNKNOWN_FIELD.matcher(message);
        if (field.find()) {
            return Nearest.to(field.group(1), names(schema.getType(field.group(2))));
        }
        Matcher input = UNKNOWN_INPUT.matcher(message);
        if (input.find()) {
            return Nearest.to(input.group(2), names(schema.getType(input.group(1))));
        }
        return Optional.empty();
    }

    private static Collection<String> names(@Nullable GraphQLType type) {
        return switch (type) {
            case GraphQLFieldsContainer container ->
                    container.getFieldDefinitions().stream()
                            .map(GraphQLFieldDefinition::getName)
                            .toList();
            case GraphQLInputObjectType input ->
                    input.getFieldDefinitions().stream()
                            .map(GraphQLInputObjectField::getName)
                            .toList();
            case null -> List.<String>of();
            default -> List.of();
        };
    }
}
