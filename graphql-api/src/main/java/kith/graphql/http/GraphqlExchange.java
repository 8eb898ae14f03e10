package kith.graphql.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kith.graphql.GraphqlProblem;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * What all endpoints share: from the HTTP request to the GraphQL request, and from bytes or a
 * failure to the HTTP answer. A failure that is no problem is logged here, once, with its cause.
 */
public final class GraphqlExchange {

    private static final Logger LOG = LoggerFactory.getLogger(GraphqlExchange.class);

    private GraphqlExchange() {}

    /**
     * Answers a request; never fails.
     *
     * @param scope the tenant's slug or the name of the endpoint, for the log
     * @param execution yields the chunks of a whole answer with its data; fails with {@link
     *     GraphqlRefusal} before and with {@link ProblemException} while carrying it out
     */
    public static Mono<GraphqlAnswer> answer(
            GraphqlHttpRequest request,
            String scope,
            Function<GraphqlRequest, Mono<List<byte[]>>> execution) {
        Optional<AnswerFormat> accepted = AnswerFormat.preferred(request.accept());
        AnswerFormat format = accepted.orElse(AnswerFormat.JSON);
        return Mono.defer(
                        () -> {
                            if (accepted.isEmpty()) {
                                throw HttpRefusal.notAcceptable();
                            }
                            return execution.apply(RequestParser.parse(request));
                        })
                .map(body -> new GraphqlAnswer(200, format.contentType(), Map.of(), body))
                .onErrorResume(failure -> Mono.just(failed(failure, format, request, scope)));
    }

    private static GraphqlAnswer failed(
            Throwable failure, AnswerFormat format, GraphqlHttpRequest request, String scope) {
        return switch (failure) {
            case HttpRefusal refusal ->
                    answer(
                            refusal.status(),
                            format,
                            refusal.headers(),
                            ErrorJson.answer(
                                    List.of(GraphqlError.of(refusal.problem())),
                                    false,
                                    request.traceId()));
            case GraphqlRefusal refusal -> refused(refusal.errors(), format, request);
            case ProblemException refusal -> problems(refusal, format, request, scope);
            default -> {
                LOG.error("Request {} of {} failed", request.traceId(), scope, failure);
                yield refused(
                        List.of(GraphqlError.of(unknown(request.traceId()))), format, request);
            }
        };
    }

    private static GraphqlAnswer problems(
            ProblemException refusal,
            AnswerFormat format,
            GraphqlHttpRequest request,
            String scope) {
        List<GraphqlError> errors = refusal.problems().stream().map(GraphqlError::of).toList();
        ProblemKind kind = errors.getFirst().problem().code().kind();
        if (kind == ProblemKind.INTERNAL) {
            LOG.error("Request {} of {} failed", request.traceId(), scope, refusal);
        }
        if (kind == ProblemKind.INTERNAL || kind == ProblemKind.UNAVAILABLE) {
            return refused(errors, format, request);
        }
        return answer(200, format, Map.of(), ErrorJson.answer(errors, true, request.traceId()));
    }

    private static GraphqlAnswer refused(
            List<GraphqlError> errors, AnswerFormat format, GraphqlHttpRequest request) {
        ProblemKind kind = errors.getFirst().problem().code().kind();
        return answer(
                format.refusalStatus(kind),
                format,
                Map.of(),
                ErrorJson.answer(errors, false, request.traceId()));
    }

    private static GraphqlAnswer answer(
            int status, AnswerFormat format, Map<String, String> headers, byte[] body) {
        return new GraphqlAnswer(status, format.contentType(), headers, List.of(body));
    }

    /** What a caller learns of a failure that nobody foresaw. */
    public static Problem unknown(String traceId) {
        return Problem.of(GraphqlProblem.INTERNAL_ERROR, "Something went wrong on our side")
                .hint("Report the trace id " + traceId);
    }
}
