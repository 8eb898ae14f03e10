package kith.graphql.sdl;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kith.graphql.GraphqlProblem;
import kith.graphql.document.ValidDocument;
import kith.graphql.http.ErrorJson;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.http.GraphqlError;
import kith.graphql.http.GraphqlExchange;
import kith.graphql.http.GraphqlHttpRequest;
import kith.graphql.http.GraphqlRefusal;
import kith.graphql.http.GraphqlRequest;
import kith.metadata.problem.Problem;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * An endpoint whose schema is written by hand. Root fields of a mutation are carried out one after
 * the other, each for itself.
 *
 * @param <C> who calls
 */
public final class SdlEndpoint<C> {

    /** Enough for the introspection that tools send. */
    private static final int DEPTH = 20;

    private static final JsonMapper JSON = new JsonMapper();

    private final GraphQLSchema schema;

    /** Makes an endpoint of an SDL and the code behind its fields. */
    public SdlEndpoint(String sdl, SdlWiring<C> wiring) {
        this.schema =
                new SchemaGenerator()
                        .makeExecutableSchema(new SchemaParser().parse(sdl), wiring.build());
    }

    /**
     * Answers a request; never fails.
     *
     * @param scope what the log says of whom the request was for: the tenant's slug, or the
     *     endpoint's name
     */
    public Mono<GraphqlAnswer> handle(C caller, String scope, GraphqlHttpRequest request) {
        return GraphqlExchange.answer(request, scope, parsed -> execute(caller, scope, parsed));
    }

    private Mono<List<byte[]>> execute(C caller, String scope, GraphqlRequest request) {
        ValidDocument document = ValidDocument.of(schema, request.query());
        OperationDefinition operation = document.operation(request.operationName());
        if (operation.getOperation() == Operation.MUTATION) {
            request.requireMayWrite();
        }
        ExecutionInput.Builder input =
                ExecutionInput.newExecutionInput()
                        .query(request.query())
                        .operationName(request.operationName().orElse(null))
                        .locale(Locale.ENGLISH)
                        .graphQLContext(context ->
                                context.of(SdlWiring.CALLER, caller)
                                        .of(FailedFetches.TRACE_ID, request.traceId())
                                        .of(FailedFetches.SCOPE, scope));
        return Mono.fromFuture(() -> engine(document).executeAsync(withVariables(input, request)))
                .map(result -> List.of(answer(result, request.traceId())));
    }

    @SuppressWarnings("NullAway") // the engine's maps hold nulls, but do not say so
    private static ExecutionInput withVariables(
            ExecutionInput.Builder input, GraphqlRequest request) {
        return input.variables(request.variables()).build();
    }

    private GraphQL engine(ValidDocument document) {
        var prepared =
                CompletableFuture.completedFuture(new PreparsedDocumentEntry(document.document()));
        return GraphQL.newGraphQL(schema)
                .preparsedDocumentProvider((_, _) -> prepared)
                .defaultDataFetcherExceptionHandler(new FailedFetches())
                .instrumentation(new MaxQueryDepthInstrumentation(DEPTH))
                .build();
    }

    private static byte[] answer(ExecutionResult result, String traceId) {
        List<GraphqlError> errors = errors(result.getErrors());
        if (!result.isDataPresent()) {
            throw new GraphqlRefusal(errors);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        if (!errors.isEmpty()) {
            answer.put(
                    "errors",
                    errors.stream().map(error -> ErrorJson.error(error, traceId)).toList());
        }
        answer.put("data", result.getData());
        return JSON.writeValueAsBytes(answer);
    }

    /** Our own problems; of the engine's only where there are none, for they follow from ours. */
    private static List<GraphqlError> errors(List<GraphQLError> errors) {
        List<GraphqlError> own =
                errors.stream()
                        .filter(ProblemError.class::isInstance)
                        .map(error -> GraphqlError.of(((ProblemError) error).problem()))
                        .toList();
        return own.isEmpty() ? errors.stream().map(SdlEndpoint::foreign).toList() : own;
    }

    private static GraphqlError foreign(GraphQLError error) {
        Problem problem =
                Problem.of(
                        GraphqlProblem.VARIABLE_INVALID,
                        Objects.requireNonNullElse(error.getMessage(), "Invalid request"));
        return new GraphqlError(problem, locations(error.getLocations()));
    }

    private static List<GraphqlError.Location> locations(List<SourceLocation> places) {
        return Stream.ofNullable(places)
                .flatMap(List::stream)
                .map(place -> new GraphqlError.Location(place.getLine(), place.getColumn()))
                .toList();
    }
}
