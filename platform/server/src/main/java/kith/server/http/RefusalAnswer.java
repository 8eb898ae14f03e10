package kith.server.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.graphql.http.AnswerFormat;
import kith.graphql.http.ErrorJson;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.http.GraphqlError;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;
import kith.server.limit.LimitProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is answered to a request that does not reach its endpoint: a GraphQL error, and a status.
 */
final class RefusalAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalAnswer.class);
    private static final JsonMapper JSON = new JsonMapper();

    private RefusalAnswer() {}

    /**
     * @param accept the value of the header Accept: a client that prefers GraphQL's own media type
     *     reads the errors only there
     */
    static GraphqlAnswer of(Throwable failure, Optional<String> accept, String traceId) {
        AnswerFormat format = AnswerFormat.preferred(accept).orElse(AnswerFormat.JSON);
        return answer(problem(failure, traceId), format, traceId);
    }

    private static Problem problem(Throwable failure, String traceId) {
        return switch (failure) {
            case ProblemException refusal -> {
                note(refusal, traceId);
                yield refusal.problems().getFirst();
            }
            default -> {
                LOG.error("Request {} failed", traceId, failure);
                yield unknown(traceId);
            }
        };
    }

    /** One line each for what is not the sender's fault: while a service is away, all come here. */
    static void note(ProblemException refusal, String traceId) {
        if (refusal.problems().getFirst().code().kind() == ProblemKind.UNAVAILABLE) {
            LOG.warn(
                    "Request {} was refused: {} {}",
                    traceId,
                    refusal.getMessage(),
                    NestedExceptionUtils.getMostSpecificCause(refusal).toString());
        }
    }

    private static Problem unknown(String traceId) {
        return Problem.of(HttpProblem.REQUEST_FAILED, "Something went wrong on our side.")
                .hint("Report the trace id " + traceId + ".");
    }

    private static GraphqlAnswer answer(Problem problem, AnswerFormat format, String traceId) {
        Map<String, Object> error = ErrorJson.error(GraphqlError.of(problem), traceId);
        byte[] body = JSON.writeValueAsBytes(Map.of("errors", List.of(error)));
        return new GraphqlAnswer(
                status(problem), format.contentType(), headers(problem), List.of(body));
    }

    private static Map<String, String> headers(Problem problem) {
        if (problem.code() instanceof LimitProblem limit) {
            return Map.of("Retry-After", Integer.toString(limit.retryAfterSeconds()));
        }
        return problem.code().kind() == ProblemKind.UNAUTHENTICATED
                ? Map.of("WWW-Authenticate", "Bearer realm=\"kith\"")
                : Map.of();
    }

    static int status(Problem problem) {
        if (problem.code() instanceof HttpProblem refusal) {
            return switch (refusal) {
                case BODY_TOO_LARGE -> 413;
                case BODY_STALLED -> 408;
                case PROTOCOL_UNKNOWN -> 400;
                case REQUEST_FAILED -> 500;
            };
        }
        return switch (problem.code().kind()) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case LIMIT -> 429;
            case UNAVAILABLE -> 503;
            case INTERNAL -> 500;
        };
    }
}
