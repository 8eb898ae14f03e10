package kith.graphql.http;

import java.util.List;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures as GraphQL errors, for answers that are parts of a stream. */
public final class GraphqlFailures {

    private static final Logger LOG = LoggerFactory.getLogger(GraphqlFailures.class);

    private GraphqlFailures() {}

    /**
     * What a caller is told; a failure that is no problem is logged here, once, with its cause.
     *
     * @param scope the tenant's slug, for the log
     */
    public static List<GraphqlError> errors(Throwable failure, String traceId, String scope) {
        return switch (failure) {
            case HttpRefusal refusal -> List.of(GraphqlError.of(refusal.problem()));
            case GraphqlRefusal refusal -> refusal.errors();
            case ProblemException refusal -> {
                if (refusal.problems().getFirst().code().kind() == ProblemKind.INTERNAL) {
                    LOG.error("Request {} of {} failed", traceId, scope, refusal);
                }
                yield refusal.problems().stream().map(GraphqlError::of).toList();
            }
            default -> {
                LOG.error("Request {} of {} failed", traceId, scope, failure);
                yield List.of(GraphqlError.of(GraphqlExchange.unknown(traceId)));
            }
        };
    }

    /** The request that HTTP brought, or a message of a WebSocket in its form. */
    public static GraphqlRequest request(GraphqlHttpRequest request) {
        return RequestParser.parse(request);
    }
}
