package kith.runtime.stream;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import kith.runtime.sql.Database;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import reactor.core.publisher.Mono;

/**
 * Orders a tenant's committed changes. Writers never wait for it: a change is written without a
 * position, and whoever wants to read the stream numbers what has been committed by then. The row
 * of the stream is the lease; positions become visible in their order because each holder commits
 * before the next one looks. A change that is committed late gets a later position, so a reader
 * that has read up to one never misses any.
 */
public final class Sequencer {

    /** Changes that one transaction orders. */
    private static final int AT_ONCE = 5_000;

    private static final String LOOK =
            """
            (select coalesce(max(s.mark || ' ' || s.last_position || ' ' || s.expired_position), '')
                || case when exists (select 1 from outbox o where o.tenant = {} and o.position is null)
                    then ' +' else '' end
            from stream s where s.tenant = {})\
            """;

    private static final String OPEN =
            "insert into stream (tenant) values ({}) on conflict (tenant) do nothing";

    private static final String LEASE =
            "select mark, last_position, expired_position from stream where tenant = {} for update";

    /**
     * In a statement of its own after the lease, so that it sees what earlier holders numbered. Who
     * holds the lease alone changes rows, so they are found again by their place.
     */
    private static final String NUMBER =
            """
            with chosen as (
                select next.place, row_number() over (order by next.written) as step
                from (
                    select written, ctid as place from outbox where tenant = {} and position is null
                    order by written limit {}
                ) next
            ), numbered as (
                update outbox o set position = {} + chosen.step
                from chosen where o.tenant = {} and o.ctid = chosen.place
                returning 1
            )
            update stream set last_position = last_position + (select count(*) from numbered)
            where tenant = {}
            returning last_position\
            """;

    private final Database database;
    private final int atOnce;

    public Sequencer(Database database) {
        this(database, AT_ONCE);
    }

    Sequencer(Database database, int atOnce) {
        this.database = database;
        this.atOnce = atOnce;
    }

    /**
     * Orders all changes that are committed by now. One statement where there are none.
     *
     * @param expected the tenant, and the state in which it must be
     */
    public Mono<StreamState> order(TenantExpectation expected) {
        Sql tenant = Sql.bind(expected.tenant());
        return database.read(expected, Sql.of("to_json(array[{}])", Sql.of(LOOK, tenant, tenant)))
                .map(Look::of)
                .flatMap(look -> look.isOrdered() ? Mono.just(look.state()) : orderAll(expected));
    }

    private Mono<StreamState> orderAll(TenantExpectation expected) {
        return orderSome(expected)
                .expand(ordered -> ordered.isAll() ? Mono.empty() : orderSome(expected))
                .last()
                .map(Ordered::state);
    }

    private Mono<Ordered> orderSome(TenantExpectation expected) {
        Sql tenant = Sql.bind(expected.tenant());
        return database.inTransaction(
                expected,
                session ->
                        session.execute(Sql.of(OPEN, tenant))
                                .then(lease(session, tenant))
                                .flatMap(state -> numbered(session, tenant, state)));
    }

    /** The stream, held; empty for a tenant that has none yet. */
    static Mono<StreamState> lease(Session session, Sql tenant) {
        return session.query(Sql.of(LEASE, tenant), StreamState::of).singleOrEmpty();
    }

    private Mono<Ordered> numbered(Session session, Sql tenant, StreamState before) {
        return session.query(
                        Sql.of(
                                NUMBER,
                                tenant,
                                Sql.number(atOnce),
                                Sql.bind(before.last()),
                                tenant,
                                tenant),
                        row -> number(row, 0))
                .single()
                .map(last ->
                        new Ordered(
                                new StreamState(before.mark(), last, before.expired()),
                                last - before.last() < atOnce));
    }

    private static long number(Readable row, int column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    /** What one transaction did. */
    private record Ordered(StreamState state, boolean isAll) {}

    /** A look at the stream without its lease: {@code ["<mark> <last> <expired> +"]}. */
    private record Look(StreamState state, boolean isOrdered) {

        static Look of(byte[] json) {
            String text = new String(json, StandardCharsets.UTF_8);
            String[] parts = text.substring(2, text.length() - 2).split(" ", -1);
            return parts.length == 3
                    ? new Look(
                            new StreamState(
                                    Long.parseLong(parts[0]),
                                    Long.parseLong(parts[1]),
                                    Long.parseLong(parts[2])),
                            true)
                    : new Look(new StreamState(0, 0, 0), false);
        }
    }
}
