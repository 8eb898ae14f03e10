package kith.runtime.stream;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import kith.runtime.sql.Database;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import reactor.core.publisher.Mono;

/** Removes what the stream need not keep any longer, from its old end and in bounded batches. */
public final class StreamRetention {

    /** How long a change can be read again. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int AT_ONCE = 5_000;

    /** Stops at the first change that is young enough, so that the rest has no gap. */
    private static final String EXPIRE =
            """
            with oldest as (
                select position, at from outbox where tenant = {} and position > {}
                order by position limit {}
            ), gone as (
                delete from outbox o using oldest
                where o.tenant = {} and o.position = oldest.position
                    and oldest.position < all (select young.position from oldest young where young.at >= {})
                returning o.position
            )
            update stream set expired_position = greatest(expired_position, (select max(position) from gone))
            where tenant = {}
            returning (select count(*) from gone)\
            """;

    private final Database database;
    private final Clock clock;

    public StreamRetention(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Removes all changes that are too old, and tells how many. */
    public Mono<Long> expire(TenantExpectation expected) {
        Instant young = clock.instant().minus(KEPT);
        return expireSome(expected, young)
                .expand(gone -> gone < AT_ONCE ? Mono.empty() : expireSome(expected, young))
                .reduce(0L, Long::sum);
    }

    private Mono<Long> expireSome(TenantExpectation expected, Instant young) {
        Sql tenant = Sql.bind(expected.tenant());
        return database.inTransaction(
                expected,
                session ->
                        Sequencer.lease(session, tenant)
                                .flatMap(state ->
                                        session.query(
                                                        statement(tenant, state, young),
                                                        StreamRetention::count)
                                                .single())
                                .defaultIfEmpty(0L));
    }

    private static Sql statement(Sql tenant, StreamState state, Instant young) {
        return Sql.of(
                EXPIRE,
                tenant,
                Sql.bind(state.expired()),
                Sql.number(AT_ONCE),
                tenant,
                Sql.bind(young),
                tenant);
    }

    private static Long count(Readable row) {
        return Objects.requireNonNull(row.get(0, Long.class));
    }
}
