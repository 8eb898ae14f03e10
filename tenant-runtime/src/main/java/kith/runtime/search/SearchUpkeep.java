package kith.runtime.search;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.ProblemException;
import kith.runtime.catalog.Catalogs;
import kith.runtime.sql.Database;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.stream.Sequencer;
import kith.runtime.stream.WriteListener;
import kith.runtime.tenant.CatalogOutdatedException;
import kith.runtime.tenant.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lets the words follow the records of tenants that were written to or searched on this node, a
 * moment later. What fails is left to the tenant's next write or search.
 */
public final class SearchUpkeep implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(SearchUpkeep.class);

    /** Writes that come together are followed together. */
    private static final Duration GATHERING = Duration.ofMillis(200);

    /** Other tenants need the connections as well. */
    private static final int TENANTS_AT_ONCE = 2;

    private static final Duration EMIT = Duration.ofSeconds(1);

    private final Database database;
    private final Catalogs catalogs;
    private final Sequencer sequencer;
    private final Set<Integer> waiting = ConcurrentHashMap.newKeySet();
    private final Sinks.Many<Tenant> queue = Sinks.many().unicast().onBackpressureBuffer();

    public SearchUpkeep(Database database, Catalogs catalogs, Sequencer sequencer) {
        this.database = database;
        this.catalogs = catalogs;
        this.sequencer = sequencer;
    }

    /** Begins to follow; once. */
    public Disposable start() {
        return queue.asFlux().flatMap(this::followSoon, TENANTS_AT_ONCE).subscribe();
    }

    @Override
    public void written(Tenant tenant) {
        if (waiting.add(tenant.key())) {
            queue.emitNext(tenant, Sinks.EmitFailureHandler.busyLooping(EMIT));
        }
    }

    private Mono<Void> followSoon(Tenant tenant) {
        return Mono.delay(GATHERING)
                .then(
                        Mono.defer(() -> {
                            waiting.remove(tenant.key());
                            return follow(tenant);
                        }))
                .onErrorResume(failure -> {
                    note(tenant, failure);
                    return Mono.empty();
                });
    }

    /** A tenant may be suspended or gone by now, which is nobody's fault. */
    private static void note(Tenant tenant, Throwable failure) {
        if (failure instanceof ProblemException) {
            LOG.debug("The words of {} are behind: {}", tenant.slug(), failure.toString());
        } else {
            LOG.warn("The words of {} are behind", tenant.slug(), failure);
        }
    }

    /** Follows everything that is committed by now. */
    public Mono<Void> follow(Tenant tenant) {
        return catalogs.current(tenant)
                .flatMap(catalog -> follow(tenant, catalog))
                .onErrorResume(
                        CatalogOutdatedException.class,
                        outdated ->
                                catalogs.atLeast(tenant, outdated.actualVersion())
                                        .flatMap(catalog -> follow(tenant, catalog)));
    }

    private Mono<Void> follow(Tenant tenant, Catalog catalog) {
        SearchLayout layout = SearchLayout.of(catalog);
        TenantExpectation anyVersion = TenantExpectation.anyStateOf(tenant.key());
        TenantExpectation thisVersion =
                new TenantExpectation(tenant.key(), OptionalLong.of(catalog.version()), false);
        return sequencer
                .order(anyVersion)
                .then(
                        Mono.defer(() -> step(thisVersion, layout))
                                .expand(isDone -> isDone ? Mono.empty() : step(thisVersion, layout))
                                .then());
    }

    private Mono<Boolean> step(TenantExpectation expected, SearchLayout layout) {
        return database.inTransaction(
                expected,
                session -> new SearchStep(session, Sql.bind(expected.tenant()), layout).take());
    }
}
