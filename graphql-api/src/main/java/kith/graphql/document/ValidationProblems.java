package kith.graphql.document;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
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
import java.util.stream.Collectors;
import kith.graphql.GraphqlProblem;
import kith.metadata.name.Nearest;
import kith.metadata.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Words validation errors for people: without the engine's jargon, with the nearest name. */
final class ValidationProblems {

    /** So many names still help somebody who looks for the right one. */
    private static final int NAMES_IN_A_HINT = 25;

    private static final Pattern PREFIX =
            Pattern.compile("^Validation error \\([^)]*\\)\\s*:\\s*", Pattern.DOTALL);
    private static final Pattern UNKNOWN_FIELD =
            Pattern.compile("Field '(\\w+)' in type '(\\w+)' is undefined");
    private static final Pattern UNKNOWN_INPUT =
            Pattern.compile("contains a field not in '(\\w+)': '(\\w+)'$");
    private static final Pattern UNKNOWN_INPUT_OF_VARIABLE =
            Pattern.compile(
                    "field name '(\\w+)' that is not defined for input object type '(\\w+)'");

    /** The engine spells a wrong value out as it sees it; what is said of it comes behind. */
    private static final Pattern WRONG_VALUE =
            Pattern.compile(
                    "^argument '([^']*)' with value '.*' (must not be null|must be an object type"
                            + "|is missing required fields .*|is not a valid '(\\w+)').*$",
                    Pattern.DOTALL);

    private ValidationProblems() {}

    static Problem problem(ValidationError error, GraphQLSchema schema) {
        String message =
                PREFIX.matcher(Objects.requireNonNullElse(error.getMessage(), "Invalid document"))
                        .replaceFirst("");
        return problem(GraphqlProblem.GRAPHQL_INVALID, message, schema);
    }

    /** What the engine says of a document or of its variables. */
    static Problem problem(GraphqlProblem code, String message, GraphQLSchema schema) {
        Matcher field = UNKNOWN_FIELD.matcher(message);
        if (field.find()) {
            return unknown(code, message, field.group(1), schema.getType(field.group(2)));
        }
        Matcher input = UNKNOWN_INPUT.matcher(message);
        if (input.find()) {
            return unknownInput(code, input.group(2), input.group(1), schema);
        }
        Matcher variable = UNKNOWN_INPUT_OF_VARIABLE.matcher(message);
        if (variable.find()) {
            return unknownInput(code, variable.group(1), variable.group(2), schema);
        }
        Matcher value = WRONG_VALUE.matcher(message);
        return value.matches() ? wrongValue(code, value, schema) : Problem.of(code, message);
    }

    private static Problem wrongValue(GraphqlProblem code, Matcher value, GraphQLSchema schema) {
        Problem problem = Problem.of(code, "`%s` %s".formatted(value.group(1), value.group(2)));
        String type = value.group(3);
        return type != null && schema.getType(type) instanceof GraphQLEnumType choices
                ? problem.hint(
                        choices.getValues().stream()
                                .map(GraphQLEnumValueDefinition::getName)
                                .collect(Collectors.joining(", ", "There are ", "")))
                : problem;
    }

    private static Problem unknownInput(
            GraphqlProblem code, String name, String type, GraphQLSchema schema) {
        return unknown(
                code, "`%s` is not in '%s'".formatted(name, type), name, schema.getType(type));
    }

    private static Problem unknown(
            GraphqlProblem code, String message, String name, @Nullable GraphQLType type) {
        Collection<String> names = names(type);
        Problem problem = Problem.of(code, message);
        Optional<String> hint = Nearest.hint(name, names);
        if (hint.isPresent()) {
            return problem.hint(hint.get());
        }
        return names.isEmpty() || names.size() > NAMES_IN_A_HINT
                ? problem
                : problem.hint("There are " + String.join(", ", names));
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
