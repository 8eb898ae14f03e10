package kith.graphql.data;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import kith.graphql.GraphqlProblem;
import kith.graphql.http.GraphqlError;
import kith.graphql.http.GraphqlRefusal;
import kith.graphql.http.GraphqlRequest;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.read.ReadStatements;

/** Binds an operation to a catalog: pure, but for the clock that periods refer to. */
final class OperationBinder {

    private final Limits limits;
    private final Clock clock;

    OperationBinder(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    Limits limits() {
        return limits;
    }

    /** Refuses, before anything is carried out, what does not fit the catalog or the limits. */
    BoundOperation bind(Caller caller, Catalog catalog, Operation operation) {
        return bind(caller, catalog, operation, clock.instant());
    }

    /** The same as if it were that moment. */
    BoundOperation bind(Caller caller, Catalog catalog, Operation operation, Instant now) {
        Binding binding = binding(caller, catalog, operation, now);
        try {
            return operation.isMutation()
                    ? MutationBinder.bind(binding)
                    : QueryBinder.bind(binding);
        } catch (ProblemException refused) {
            throw new GraphqlRefusal(refused.problems().stream().map(GraphqlError::of).toList());
        }
    }

    Operation operation(PreparedDocument document, GraphqlRequest request) {
        Operation operation = Operation.of(document, request);
        if (operation.isSubscription()) {
            throw new GraphqlRefusal(
                    List.of(
                            GraphqlError.of(
                                    Problem.of(
                                                    GraphqlProblem.SUBSCRIPTION_NEEDS_STREAM,
                                                    "A subscription is answered by a stream")
                                            .hint(
                                                    "Open a WebSocket of graphql-transport-ws, or accept text/event-stream"))));
        }
        if (operation.isMutation()) {
            request.requireMayWrite();
        }
        return operation;
    }

    /** Binds a subscription to what its caller is told. */
    BoundSubscription subscription(
            Caller caller, Catalog catalog, Operation operation, ReadStatements statements) {
        Binding binding = binding(caller, catalog, operation, clock.instant());
        try {
            return SubscriptionBinder.bind(binding, statements);
        } catch (ProblemException refused) {
            throw new GraphqlRefusal(refused.problems().stream().map(GraphqlError::of).toList());
        }
    }

    private Binding binding(Caller caller, Catalog catalog, Operation operation, Instant now) {
        return new Binding(catalog, caller, now, operation, new Budget(limits), new Problems());
    }
}
