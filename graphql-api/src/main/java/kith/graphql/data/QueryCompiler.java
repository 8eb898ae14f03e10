package kith.graphql.data;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.graphql.http.GraphqlRefusal;
import kith.graphql.http.GraphqlRequest;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.read.ReadTemplate;
import kith.runtime.read.RecordReader;
import kith.runtime.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which parts of a query's statement come from a request. The query is bound twice, for
 * two made-up requests that share nothing that a caller, a tenant, a moment or an id could bring
 * along; what is equal in both is constant, what is not must be one of these ids. Values that
 * conditions compare with are open from the start ({@link OpenVariables}). Anything else leaves the
 * query uncompiled.
 */
final class QueryCompiler {

    /** Longer than any period that a filter can name. */
    private static final Duration APART = Duration.ofDays(40_000);

    private final OperationBinder binder;
    private final RecordReader reader;

    QueryCompiler(OperationBinder binder, RecordReader reader) {
        this.binder = binder;
        this.reader = reader;
    }

    /**
     * The compiled query, if it can be compiled.
     *
     * @param caller by whose rights it is planned
     * @param open the variables whose values are left open
     */
    Optional<CompiledQuery> compile(
            Caller caller,
            Catalog catalog,
            PreparedDocument document,
            GraphqlRequest request,
            OpenVariables open) {
        try {
            MadeUp one = MadeUp.of(caller, Instant.EPOCH, true, open);
            MadeUp other = MadeUp.of(caller, Instant.EPOCH.plus(APART), false, open);
            Optional<BoundOperation.Query> first = bound(one, catalog, document, request);
            Optional<BoundOperation.Query> second = bound(other, catalog, document, request);
            if (first.isEmpty() || second.isEmpty() || !areAlike(first.get(), second.get())) {
                return Optional.empty();
            }
            Set<String> values = open.values(request.variables()).open().keySet();
            return reader.template(
                            caller, catalog, one.trial(first.get()), other.trial(second.get()))
                    .filter(template -> template.isOpenFor(values))
                    .map(template ->
                            new CompiledQuery(
                                    template,
                                    first.get().layout(),
                                    new CostLine(first.get().cost(), binder.limits().cost())));
        } catch (GraphqlRefusal | ProblemException _) {
            // What is refused for made-up values may be fine for others: the full path decides.
            return Optional.empty();
        }
    }

    private Optional<BoundOperation.Query> bound(
            MadeUp madeUp, Catalog catalog, PreparedDocument document, GraphqlRequest request) {
        Operation operation = Operation.of(document, madeUp.request(request)).opened(madeUp.open());
        if (operation.isMutation()) {
            return Optional.empty();
        }
        return binder.bind(madeUp.caller(), catalog, operation, madeUp.now())
                                instanceof BoundOperation.Query query
                        && !query.request().roots().isEmpty()
                        && !query.layout().hasIntrospection()
                ? Optional.of(query)
                : Optional.empty();
    }

    private static boolean areAlike(BoundOperation.Query first, BoundOperation.Query second) {
        return first.layout().equals(second.layout()) && first.cost() == second.cost();
    }

    /** Everything that a request could bring along, such as no other request has it. */
    private record MadeUp(
            Caller caller,
            long catalogVersion,
            Instant now,
            Map<String, UUID> ids,
            OpenVariables open) {

        /** Beyond the keys of tenants. */
        private static final int FIRST_KEY = 1 << 30;

        static MadeUp of(Caller real, Instant now, boolean isAdministrator, OpenVariables open) {
            UUID random = UUID.randomUUID();
            Tenant tenant = real.tenant();
            Map<String, UUID> ids = HashMap.newHashMap(open.ids().size());
            open.ids().forEach(name -> ids.put(name, UUID.randomUUID()));
            return new MadeUp(
                    new Caller(
                            new Tenant(
                                    (random.hashCode() >>> 1) | FIRST_KEY,
                                    random.toString(),
                                    random.toString(),
                                    tenant.status(),
                                    tenant.currency(),
                                    tenant.zone(),
                                    tenant.locale()),
                            Optional.of(UUID.randomUUID()),
                            isAdministrator,
                            real.rights(),
                            real.principals(),
                            real.origin()),
                    random.getLeastSignificantBits(),
                    now,
                    ids,
                    open);
        }

        GraphqlRequest request(GraphqlRequest real) {
            Map<String, @Nullable Object> variables = new LinkedHashMap<>(real.variables());
            ids.forEach((name, id) -> variables.put(name, id.toString()));
            return new GraphqlRequest(
                    real.query(),
                    real.operationName(),
                    variables,
                    real.isReadOnly(),
                    real.idempotencyKey(),
                    real.traceId());
        }

        ReadTemplate.Trial trial(BoundOperation.Query query) {
            return new ReadTemplate.Trial(
                    caller.tenant().key(),
                    caller.user().orElseThrow(),
                    catalogVersion,
                    query.request(),
                    ids);
        }
    }
}
