package kith.graphql.http;

import java.util.Map;
import kith.graphql.GraphqlProblem;
import kith.metadata.problem.Problem;

/** A request that is no GraphQL-over-HTTP request, with the status that says so. */
final class HttpRefusal extends RuntimeException {

    private final int status;
    private final transient Problem problem;
    private final transient Map<String, String> headers;

    private HttpRefusal(int status, Problem problem, Map<String, String> headers) {
        super(problem.message(), null, false, false);
        this.status = status;
        this.problem = problem;
        this.headers = headers;
    }

    static HttpRefusal malformed(String message) {
        return new HttpRefusal(
                400, Problem.of(GraphqlProblem.REQUEST_MALFORMED, message), Map.of());
    }

    static HttpRefusal methodNotAllowed(String message, String allowed) {
        return new HttpRefusal(
                405,
                Problem.of(GraphqlProblem.METHOD_NOT_ALLOWED, message),
                Map.of("Allow", allowed));
    }

    static HttpRefusal idempotencyKeyInvalid(int longest) {
        return new HttpRefusal(
                400,
                Problem.of(
                                GraphqlProblem.IDEMPOTENCY_KEY_INVALID,
                                "The header Idempotency-Key is not 1 to %d visible characters of ASCII"
                                        .formatted(longest))
                        .hint("Take a random UUID for each request"),
                Map.of());
    }

    static HttpRefusal unsupportedMediaType() {
        return new HttpRefusal(
                415,
                Problem.of(
                        GraphqlProblem.MEDIA_TYPE_UNSUPPORTED,
                        "The body of a request is application/json in UTF-8"),
                Map.of());
    }

    static HttpRefusal notAcceptable() {
        return new HttpRefusal(
                406,
                Problem.of(
                        GraphqlProblem.MEDIA_TYPE_UNSUPPORTED,
                        "Answers are application/graphql-response+json or application/json"),
                Map.of());
    }

    int status() {
        return status;
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
