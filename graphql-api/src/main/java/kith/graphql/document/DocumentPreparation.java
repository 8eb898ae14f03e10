package kith.graphql.document;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import kith.graphql.GraphqlProblem;
import kith.graphql.http.GraphqlError;
import kith.graphql.http.GraphqlRefusal;
import kith.metadata.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Parses a document within limits and validates it. */
final class DocumentPreparation {

    private static final ParserOptions PARSER =
            ParserOptions.newParserOptions()
                    .captureIgnoredChars(false)
                    .captureLineComments(false)
                    .maxCharacters(500_000)
                    .maxTokens(15_000)
                    .maxWhitespaceTokens(100_000)
                    .maxRuleDepth(200)
                    .build();

    private DocumentPreparation() {}

    static void validate(GraphQLSchema schema, Document document) {
        List<ValidationError> errors =
                new Validator().validateDocument(schema, document, Locale.ENGLISH);
        if (!errors.isEmpty()) {
            throw new GraphqlRefusal(
                    errors.stream()
                            .map(error ->
                                    new GraphqlError(
                                            ValidationProblems.problem(error, schema),
                                            locations(error.getLocations())))
                            .toList());
        }
    }

    static Document parse(String query) {
        try {
            return new Parser()
                    .parseDocument(
                            ParserEnvironment.newParserEnvironment()
                                    .document(query)
                                    .parserOptions(PARSER)
                                    .build());
        } catch (ParseCancelledException tooLarge) {
            throw new GraphqlRefusal(
                    List.of(
                            GraphqlError.of(
                                    Problem.of(
                                            GraphqlProblem.DOCUMENT_TOO_LARGE,
                                            message(tooLarge)))));
        } catch (InvalidSyntaxException invalid) {
            throw refusal(GraphqlProblem.GRAPHQL_SYNTAX, invalid);
        }
    }

    private static GraphqlRefusal refusal(GraphqlProblem code, InvalidSyntaxException failure) {
        return new GraphqlRefusal(
                List.of(
                        new GraphqlError(
                                Problem.of(code, message(failure)),
                                locations(Stream.ofNullable(failure.getLocation()).toList()))));
    }

    /** A failure of coercion as a refusal. */
    static GraphqlRefusal refusal(
            GraphqlProblem code, RuntimeException failure, GraphQLSchema schema) {
        List<SourceLocation> places =
                failure instanceof GraphQLError error ? error.getLocations() : null;
        Problem problem = ValidationProblems.problem(code, message(failure).strip(), schema);
        return new GraphqlRefusal(List.of(new GraphqlError(problem, locations(places))));
    }

    private static String message(RuntimeException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "Invalid document");
    }

    private static List<GraphqlError.Location> locations(@Nullable List<SourceLocation> places) {
        return places == null
                ? List.of()
                : places.stream()
                        .filter(place -> place.getLine() > 0)
                        .map(place -> new GraphqlError.Location(place.getLine(), place.getColumn()))
                        .toList();
    }
}
