package kith.runtime.search;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.ProblemException;
import kith.runtime.catalog.Catalogs;
import kith.runtime.sql.Database;
import kith.runtime.sql.Session;
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

    /**
     * The same where writes went on while others were followed: larger steps cost less a record.
     */
    private static final Duration BUSY_GATHERING = Duration.ofMillis(700);

    /** Changes, and records of a walk through all, that one transaction follows. */
    private static final int AT_ONCE = 2_000;

    /** So long at most it rests between two steps. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);

    /** Other tenants need the connections as well. */
    private static final int TENANTS_AT_ONCE = 2;

    private static final Duration EMIT = Duration.ofSeconds(1);

    private final Database database;
    private final Catalogs catalogs;
    private final Sequencer sequencer;
    private final int atOnce;
    private final KnownWords known = new KnownWords();
    private final Map<Integer, Phase> phases = new ConcurrentHashMap<>();
    private final Map<Integer, Long> lastWrites = new ConcurrentHashMap<>();
    private final Sinks.Many<Gathering> queue = Sinks.many().unicast().onBackpressureBuffer();

    public SearchUpkeep(Database database, Catalogs catalogs, Sequencer sequencer) {
        this(database, catalogs, sequencer, AT_ONCE);
    }

    SearchUpkeep(Database database, Catalogs catalogs, Sequencer sequencer, int atOnce) {
        this.database = database;
        this.catalogs = catalogs;
        this.sequencer = sequencer;
        this.atOnce = atOnce;
    }

    /** Where a tenant that was written to is. */
    private enum Phase {
        GATHERING,
        FOLLOWED,
        /** Its next writes have come already. */
        FOLLOWED_AND_WRITTEN
    }

    private record Gathering(Tenant tenant, Duration time) {
        Mono<Tenant> end() {
            return Mono.delay(time).thenReturn(tenant);
        }
    }

    /** Begins to follow; once. */
    public Disposable start() {
        return queue.asFlux()
                .flatMap(Gathering::end, Integer.MAX_VALUE)
                .flatMap(this::followNow, TENANTS_AT_ONCE)
                .subscribe();
    }

    @Override
    public void written(Tenant tenant) {
        lastWrites.put(tenant.key(), System.nanoTime());
        Phase before = phases.putIfAbsent(tenant.key(), Phase.GATHERING);
        if (before == null) {
            gather(tenant, GATHERING);
        } else if (before == Phase.FOLLOWED
                && !phases.replace(tenant.key(), before, Phase.FOLLOWED_AND_WRITTEN)) {
            written(tenant);
        }
    }

    private void gather(Tenant tenant, Duration time) {
        queue.emitNext(new Gathering(tenant, time), Sinks.EmitFailureHandler.busyLooping(EMIT));
    }

    private Mono<Void> followNow(Tenant tenant) {
        return Mono.defer(
                        () -> {
                            phases.put(tenant.key(), Phase.FOLLOWED);
                            return follow(tenant);
                        })
                .onErrorResume(failure -> {
                    note(tenant, failure);
                    return Mono.empty();
                })
                .doFinally(_ -> followed(tenant));
    }

    private void followed(Tenant tenant) {
        if (phases.remove(tenant.key(), Phase.FOLLOWED)) {
            lastWrites.remove(tenant.key());
        } else {
            phases.put(tenant.key(), Phase.GATHERING);
            gather(tenant, BUSY_GATHERING);
        }
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
        return database.inTransaction(expected, session -> step(session, expected.tenant(), layout))
                .doOnNext(taken -> known.learn(expected.tenant(), taken.learnt()))
                .elapsed()
                .flatMap(
                        timed -> rested(expected.tenant(), timed.getT1(), timed.getT2().isAtEnd()));
    }

    /**
     * Whoever writes goes first: while writes go on it rests as long as it worked.
     *
     * @param worked milliseconds
     */
    private Mono<Boolean> rested(int tenant, long worked, boolean isAtEnd) {
        Long written = lastWrites.get(tenant);
        boolean isWrittenTo =
                written != null
                        && System.nanoTime() - written < Duration.ofMillis(worked).toNanos();
        return isWrittenTo && !isAtEnd
                ? Mono.delay(Duration.ofMillis(Math.min(worked, LONGEST_REST.toMillis())))
                        .thenReturn(false)
                : Mono.just(isAtEnd);
    }

    private Mono<SearchStep.Taken> step(Session session, int tenant, SearchLayout layout) {
        return new SearchStep(
                        session,
                        Sql.bind(tenant),
                        layout,
                        words -> known.unknown(tenant, words),
                        atOnce)
                .take();
    }
}
