package kith.runtime.trace;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import kith.runtime.access.Caller;
import kith.runtime.rule.RuleObserver;
import kith.runtime.rule.RuleObservers;
import kith.runtime.sql.Database;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what rules did in the debug log of their tenant, where its setting says so. Nobody waits
 * for it: a run is written after its transaction, committed or rolled back, in one of its own, and
 * where too many wait to be kept the next one is lost rather than a write slowed down.
 */
public final class RunKeeper implements RuleObservers {

    private static final Logger LOG = LoggerFactory.getLogger(RunKeeper.class);

    /** More at a time would keep connections from the writes themselves. */
    private static final int AT_A_TIME = 2;

    private static final int MOST_WAITING = 256;
    private static final long WARN_EACH = 1_000;

    /** After so many runs of a tenant, what is too much is taken away, not only when time comes. */
    private static final int TIDY_AFTER = 1_000;

    private static final String KEEP =
            """
            insert into rule_run
                (tenant, id, at, actor, origin, operation, outcome, rules, steps, fuel, micros, message, bytes, detail)
            values ({}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {})
            """;

    private final Database database;
    private final RuleLogSettings settings;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Sinks.Many<Waiting> waiting =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_WAITING));
    private final AtomicLong lost = new AtomicLong();
    private final Map<Integer, AtomicInteger> kept = new ConcurrentHashMap<>();

    public RunKeeper(Database database, Supplier<UUID> ids, Clock clock) {
        this.database = database;
        this.settings = new RuleLogSettings(database, clock);
        this.ids = ids;
        this.clock = clock;
        waiting.asFlux().flatMap(this::kept, AT_A_TIME).subscribe();
    }

    /** Of a tenant that keeps nothing, nothing is even remembered. */
    @Override
    public RuleObserver of(Caller caller) {
        Optional<LogLevel> level = settings.known(caller.tenant().key());
        return level.isPresent() && level.get() == LogLevel.OFF
                ? RuleObserver.NONE
                : new RunTrace(this, caller);
    }

    RuleLogSettings settings() {
        return settings;
    }

    /** Keeps a run, if the tenant wants it; whatever goes wrong is not the write's concern. */
    void keep(Caller caller, KeptRun run) {
        Sinks.EmitResult taken;
        synchronized (waiting) {
            taken = waiting.tryEmitNext(new Waiting(caller, run));
        }
        if (taken.isFailure() && lost.getAndIncrement() % WARN_EACH == 0) {
            LOG.warn(
                    "{}: runs of rules are missing in the debug log, more come than can be kept",
                    caller.tenant().slug());
        }
    }

    private Mono<Long> kept(Waiting next) {
        Tenant tenant = next.caller().tenant();
        return settings.level(tenant.key())
                .filter(level -> level.keeps(next.run().outcome()))
                .flatMap(_ -> written(next.caller(), next.run()))
                .onErrorResume(failure -> {
                    LOG.warn("{}: a run of rules could not be kept", tenant.slug(), failure);
                    return Mono.empty();
                });
    }

    private record Waiting(Caller caller, KeptRun run) {}

    private Mono<Long> written(Caller caller, KeptRun run) {
        int tenant = caller.tenant().key();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String detail = JsonMapper.shared().writeValueAsString(run.detail());
        Sql statement =
                Sql.of(
                        KEEP,
                        Sql.bind(tenant),
                        Sql.bind(ids.get()),
                        Sql.bind(now),
                        Sql.bind(SqlType.UUID, caller.user().orElse(null)),
                        Sql.bind(caller.origin().name()),
                        Sql.bind(run.operation()),
                        Sql.bind(run.outcome().name()),
                        Sql.bind(SqlType.UUID_ARRAY, run.rules().toArray(UUID[]::new)),
                        Sql.bind(run.steps()),
                        Sql.bind(run.fuel()),
                        Sql.bind(run.micros()),
                        Sql.bind(SqlType.TEXT, run.message().orElse(null)),
                        Sql.bind(detail.length()),
                        Sql.bind(SqlType.JSON, detail));
        boolean isTimeToTidy =
                kept.computeIfAbsent(tenant, _ -> new AtomicInteger()).incrementAndGet()
                                % TIDY_AFTER
                        == 0;
        return database.inTransaction(
                TenantExpectation.anyStateOf(tenant),
                session ->
                        isTimeToTidy
                                ? session.execute(statement)
                                        .then(RunExpiry.expireSome(session, tenant, now))
                                : session.execute(statement));
    }
}
