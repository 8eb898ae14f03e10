package kith.runtime.trace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kith.runtime.sql.Database;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import reactor.core.publisher.Mono;

/**
 * What the tenants keep in their debug logs. A write asks what this node knows, which may be a few
 * seconds old and costs it nothing; whoever looks at the setting is told how it stands.
 */
final class RuleLogSettings {

    /** For so long another node's change may go unnoticed. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final String READ =
            """
            select level, days from rule_log_setting where tenant = {}
            """;

    private static final String CHANGE =
            """
            insert into rule_log_setting (tenant, level, days) values ({}, {}, {})
            on conflict (tenant) do update set level = excluded.level, days = excluded.days
            """;

    private final Database database;
    private final Clock clock;
    private final Map<Integer, Known> known = new ConcurrentHashMap<>();

    RuleLogSettings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Known(LogLevel level, Instant until) {}

    /** The level, where this node has looked at it lately. */
    Optional<LogLevel> known(int tenant) {
        Known found = known.get(tenant);
        return found == null || found.until().isBefore(clock.instant())
                ? Optional.empty()
                : Optional.of(found.level());
    }

    /** The level, looked up where it is not known. */
    Mono<LogLevel> level(int tenant) {
        return Mono.justOrEmpty(known(tenant))
                .switchIfEmpty(
                        Mono.defer(() ->
                                database.inTransaction(
                                                TenantExpectation.anyStateOf(tenant),
                                                session -> read(session, tenant))
                                        .map(RuleLogSetting::level)));
    }

    /** The setting as it stands. */
    Mono<RuleLogSetting> read(Session session, int tenant) {
        return session.query(
                        Sql.of(READ, Sql.bind(tenant)),
                        row ->
                                new RuleLogSetting(
                                        LogLevel.valueOf(
                                                Objects.requireNonNull(row.get(0, String.class))),
                                        Objects.requireNonNull(row.get(1, Integer.class))))
                .singleOrEmpty()
                .defaultIfEmpty(RuleLogSetting.STANDARD)
                .doOnNext(setting -> heard(tenant, setting.level()));
    }

    Mono<RuleLogSetting> change(Session session, int tenant, RuleLogSetting setting) {
        return session.execute(
                        Sql.of(
                                CHANGE,
                                Sql.bind(tenant),
                                Sql.bind(setting.level().name()),
                                Sql.bind(setting.days())))
                .thenReturn(setting);
    }

    void heard(int tenant, LogLevel level) {
        known.put(tenant, new Known(level, clock.instant().plus(FRESH)));
    }
}
