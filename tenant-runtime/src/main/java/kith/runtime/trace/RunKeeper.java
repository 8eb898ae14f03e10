package kith.runtime.trace;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what rules did in the debug log of their tenant, where its setting says so. Nobody waits
 * for it: a run is written after its transaction, committed or rolled back, in one of its own, and
 * where too many are on their way the next one is lost rather than a write slowed down.
 */
public final class RunKeeper implements RuleObservers {

    private static final Logger LOG = LoggerFactory.getLogger(RunKeeper.class);

    /** More than these would keep connections from the writes themselves. */
    private static final int MOST_ON_THEIR_WAY = 64;

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
    private final AtomicInteger onTheirWay = new AtomicInteger();
    private final Map<Integer, AtomicInteger> kept = new ConcurrentHashMap<>();

    public RunKeeper(Database database, Supplier<UUID> ids, Clock clock) {
        this.database = database;
        this.settings = new RuleLogSettings(database, clock);
        this.ids = ids;
        this.clock = clock;
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
        Tenant tenant = caller.tenant();
        if (onTheirWay.incrementAndGet() > MOST_ON_THEIR_WAY) {
            onTheirWay.decrementAndGet();
            LOG.warn("{}: a run of rules is missing in the debug log", tenant.slug());
            return;
        }
        settings.level(tenant.key())
                .filter(level -> level.keeps(run.outcome()))
                .flatMap(_ -> written(caller, run))
                .doFinally(_ -> onTheirWay.decrementAndGet())
                .subscribe(
                        _ -> {},
                        failure ->
                                LOG.warn(
                                        "{}: a run of rules could not be kept",
                                        tenant.slug(),
                                        failure));
    }

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
