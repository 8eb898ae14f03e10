package kith.runtime.search;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.stream.StreamState;
import kith.runtime.word.Typos;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One transaction of the upkeep: follows the next changes of the stream and, where there is a walk
 * through all records, the next of these. The row of the position is the lease.
 */
final class SearchStep {

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

    /**
     * Asked for after the lease: whoever held it before may have followed the stream further than
     * it was when this follower heard of it.
     */
    private static final String STREAM =
            "select mark, last_position, expired_position from stream where tenant = {}";

    /** Without the record where it changed in nothing that is searched. */
    private static final String CHANGES =
            """
            select position, case when kind <> 'UPDATE' or changes = jsonb_build_object() or jsonb_exists_any(changes, {}) then record end, object
            from outbox where tenant = {} and position > {} and position <= {}
            order by position limit {}\
            """;

    private static final String WALK =
            "(select id, object from {} where tenant = {} and id > {} order by id limit {})";

    private static final String FIRST = "select w.id, w.object from ({}) w order by w.id limit {}";

    private static final String KEEP =
            """
            update search_position set mark = {}, position = {}, layout = {}, walked = {} where tenant = {}\
            """;

    private final Session session;
    private final Sql tenant;
    private final SearchLayout layout;
    private final UnaryOperator<List<String>> unknown;
    private final int atOnce;

    /**
     * @param unknown picks the words whose variants may have to be written
     * @param atOnce so many changes, and so many records of a walk
     */
    SearchStep(
            Session session,
            Sql tenant,
            SearchLayout layout,
            UnaryOperator<List<String>> unknown,
            int atOnce) {
        this.session = session;
        this.tenant = tenant;
        this.layout = layout;
        this.unknown = unknown;
        this.atOnce = atOnce;
    }

    /**
     * What a step did.
     *
     * @param isAtEnd whether there is nothing more to follow
     * @param learnt words whose variants are written, once the step is committed
     */
    record Taken(boolean isAtEnd, List<String> learnt) {

        private static final Taken NOTHING = new Taken(true, List.of());
    }

    Mono<Taken> take() {
        return session.execute(Sql.of(OPEN, tenant))
                .then(
                        session.query(Sql.of(LEASE, tenant, tenant), FollowedPosition::of)
                                .singleOrEmpty())
                .zipWhen(_ -> current())
                .flatMap(found -> {
                    StreamState stream = found.getT2();
                    FollowedPosition position = found.getT1().within(stream, layout);
                    return position.isAtEndOf(stream)
                            ? Mono.just(Taken.NOTHING)
                            : follow(position, stream);
                })
                .defaultIfEmpty(Taken.NOTHING);
    }

    private Mono<StreamState> current() {
        return session.query(Sql.of(STREAM, tenant), StreamState::of)
                .singleOrEmpty()
                .defaultIfEmpty(new StreamState(0, 0, 0));
    }

    private Mono<Taken> follow(FollowedPosition from, StreamState stream) {
        return changes(from, stream)
                .zipWith(walk(from), (changes, walk) -> next(from, stream, changes, walk))
                .flatMap(next ->
                        new WordTables(session, tenant, layout)
                                .follow(next.records())
                                .flatMap(words ->
                                        learn(words).delayUntil(_ -> keep(next.position())))
                                .map(learnt ->
                                        new Taken(next.position().isAtEndOf(stream), learnt)));
    }

    private Mono<List<String>> learn(Collection<String> words) {
        List<String> wanted = unknown.apply(words.stream().filter(Typos::areKnownOf).toList());
        return new Vocabulary(session, tenant).learn(wanted).thenReturn(wanted);
    }

    private Mono<List<Change>> changes(FollowedPosition from, StreamState stream) {
        return session.query(
                        Sql.of(
                                CHANGES,
                                layout.fields(),
                                tenant,
                                Sql.bind(from.position()),
                                Sql.bind(stream.last()),
                                Sql.number(atOnce)),
                        Change::of)
                .collectList();
    }

    private Mono<List<Walked>> walk(FollowedPosition from) {
        return Mono.justOrEmpty(from.walked())
                .flatMap(last -> session.query(walkBehind(last), Walked::of).collectList())
                .defaultIfEmpty(List.of());
    }

    private Sql walkBehind(UUID last) {
        List<Sql> tables =
                layout.tables().stream()
                        .map(table ->
                                Sql.of(
                                        WALK,
                                        table.name(),
                                        tenant,
                                        Sql.bind(last),
                                        Sql.number(atOnce)))
                        .toList();
        return Sql.of(FIRST, Sql.join(" union ", tables), Sql.number(atOnce));
    }

    private Next next(
            FollowedPosition from, StreamState stream, List<Change> changes, List<Walked> walk) {
        Map<UUID, Integer> records = new LinkedHashMap<>();
        walk.forEach(record -> records.put(record.id(), record.object()));
        changes.forEach(change ->
                change.record().ifPresent(record -> records.put(record, change.object())));
        long position = changes.size() < atOnce ? stream.last() : changes.getLast().position();
        Optional<UUID> walked =
                walk.size() < atOnce ? Optional.empty() : Optional.of(walk.getLast().id());
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

    /** A change of the stream; without its record where nothing searched was changed. */
    private record Change(long position, Optional<UUID> record, int object) {
        static Change of(Readable row) {
            return new Change(
                    Objects.requireNonNull(row.get(0, Long.class)),
                    Optional.ofNullable(row.get(1, UUID.class)),
                    Objects.requireNonNull(row.get(2, Integer.class)));
        }
    }

    /** A record of the walk. */
    private record Walked(UUID id, int object) {
        static Walked of(Readable row) {
            return new Walked(
                    Objects.requireNonNull(row.get(0, UUID.class)),
                    Objects.requireNonNull(row.get(1, Integer.class)));
        }
    }

    /**
     * What to follow now, and where that leads.
     *
     * @param records with the keys of their objects
     */
    private record Next(Map<UUID, Integer> records, FollowedPosition position) {}
}
