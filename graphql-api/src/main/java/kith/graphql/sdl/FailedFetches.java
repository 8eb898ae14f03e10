package kith.graphql.sdl;

import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import kith.graphql.http.GraphqlExchange;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the failure of a fetcher into errors, one for each problem; logs what nobody foresaw. */
final class FailedFetches implements DataFetcherExceptionHandler {

    static final String TRACE_ID = "kith.traceId";
    static final String SCOPE = "kith.scope";

    private static final Logger LOG = LoggerFactory.getLogger(FailedFetches.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters failed) {
        List<Object> path = failed.getPath().toList();
        Throwable failure = cause(failed.getException());
        DataFetcherExceptionHandlerResult.Builder result =
                DataFetcherExceptionHandlerResult.newResult();
        var context = failed.getDataFetchingEnvironment().getGraphQlContext();
        String traceId = context.getOrDefault(TRACE_ID, "");
        if (isOurs(failure)) {
            LOG.error("Request {} of {} failed at {}", traceId, context.get(SCOPE), path, failure);
        }
        if (failure instanceof ProblemException refused) {
            refused.problems().forEach(problem -> result.error(error(problem, path)));
        } else {
            result.error(new ProblemError(GraphqlExchange.unknown(traceId).at(path)));
        }
        return CompletableFuture.completedFuture(result.build());
    }

    /** Nothing that the caller could mend. */
    private static boolean isOurs(Throwable failure) {
        return !(failure instanceof ProblemException refused)
                || refused.problems().stream()
                        .map(problem -> problem.code().kind())
                        .anyMatch(kind ->
                                kind == ProblemKind.INTERNAL || kind == ProblemKind.UNAVAILABLE);
    }

    private static ProblemError error(Problem problem, List<Object> path) {
        List<Object> whole = new ArrayList<>(path);
        whole.addAll(problem.path());
        return new ProblemError(problem.at(whole));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }
}
