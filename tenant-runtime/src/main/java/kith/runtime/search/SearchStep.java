package kith.runtime.search;

import io.r2dbc.spi.Readable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.stream.StreamState;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One transaction of the upkeep: follows the next changes of the stream and, where there is a walk
 * through all records, the next of these. The row of the position is the lease.
 */
record SearchStep(Session session, Sql tenant, SearchLayout layout, StreamState stream) {

    /** So many changes and so many records of a walk. */
    static final int AT_ONCE = 200;

    private static final String OPEN =
            """
            insert into search_position (tenant, mark, position, layout) values ({}, 0, 0, '')
            on conflict (tenant) do nothing\
            """;

    /** Nothing for a tenant on its way out, whose words may be gone already. */
    private static final String LEASE =
            """
            select p.mark, p.position, p.layout, p.walked from search_position p
            where p.tenant = {} and exists (
                select 1 from tenant t where t.key = {} and t.status in ('ACTIVE', 'PROVISIONING'))
            for update\
            """;

    private static final String CHANGES =
            """
            select position, record from outbox where tenant = {} and position > {} and position <= {}
            order by position limit {}\
            """;

    private static final String WALK =
            "select id from record where tenant = {} and id > {} order by id limit {}";

    private static final String KEEP =
            """
            update search_position set mark = {}, position = {}, layout = {}, walked = {} where tenant = {}\
            """;

    /** Takes the step, and tells whether there is nothing more to follow. */
    Mono<Boolean> take() {
        return session.execute(Sql.of(OPEN, tenant))
                .then(
                        session.query(Sql.of(LEASE, tenant, tenant), FollowedPosition::of)
                                .singleOrEmpty())
                .map(found -> found.within(stream, layout))
                .flatMap(
                        position -> position.isAtEndOf(stream) ? Mono.just(true) : follow(position))
                .defaultIfEmpty(true);
    }

    private Mono<Boolean> follow(FollowedPosition from) {
        return changes(from)
                .zipWith(walk(from), (changes, walk) -> next(from, changes, walk))
                .flatMap(next ->
                        new WordTables(session, tenant, layout)
                                .follow(List.copyOf(next.records()))
                                .then(keep(next.position()))
                                .thenReturn(next.position().isAtEndOf(stream)));
    }

    private Mono<List<Change>> changes(FollowedPosition from) {
        return session.query(
                        Sql.of(
                                CHANGES,
                                tenant,
                                Sql.bind(from.position()),
                                Sql.bind(stream.last()),
                                Sql.number(AT_ONCE)),
                        Change::of)
                .collectList();
    }

    private Mono<List<UUID>> walk(FollowedPosition from) {
        return Mono.justOrEmpty(from.walked())
                .flatMap(last ->
                        session.query(
                                        Sql.of(WALK, tenant, Sql.bind(last), Sql.number(AT_ONCE)),
                                        row -> Objects.requireNonNull(row.get(0, UUID.class)))
                                .collectList())
                .defaultIfEmpty(List.of());
    }

    private Next next(FollowedPosition from, List<Change> changes, List<UUID> walk) {
        Set<UUID> records = new LinkedHashSet<>(walk);
        changes.forEach(change -> records.add(change.record()));
        long position = changes.size() < AT_ONCE ? stream.last() : changes.getLast().position();
        Optional<UUID> walked =
                walk.size() < AT_ONCE ? Optional.empty() : Optional.of(walk.getLast());
        return new Next(
                records, new FollowedPosition(from.mark(), position, from.layout(), walked));
    }

    private Mono<Long> keep(FollowedPosition position) {
        @Nullable UUID walked = position.walked().orElse(null);
        return session.execute(
                Sql.of(
                        KEEP,
                        Sql.bind(position.mark()),
                        Sql.bind(position.position()),
                        Sql.bind(position.layout()),
                        Sql.bind(SqlType.UUID, walked),
                        tenant));
    }

    /** A change of the stream. */
    private record Change(long position, UUID record) {
        static Change of(Readable row) {
            return new Change(
                    Objects.requireNonNull(row.get(0, Long.class)),
                    Objects.requireNonNull(row.get(1, UUID.class)));
        }
    }

    /** What to follow now, and where that leads. */
    private record Next(Set<UUID> records, FollowedPosition position) {}
}
