package kith.graphql.data;

import java.time.Clock;
import java.time.Instant;
import kith.graphql.http.GraphqlError;
import kith.graphql.http.GraphqlRefusal;
import kith.graphql.http.GraphqlRequest;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;

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
        Binding binding =
                new Binding(catalog, caller, now, operation, new Budget(limits), new Problems());
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
        if (operation.isMutation()) {
            request.requireMayWrite();
        }
        return operation;
    }
}
