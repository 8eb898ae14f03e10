package kith.runtime.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import kith.metadata.catalog.Storage;
import kith.runtime.sql.Database;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Clears what removed fields and objects left behind, {@link #KEPT_FOR} after their removal: first
 * marks it, so that it cannot come back, then clears it in small transactions that stop nobody, and
 * gives the homes free when nothing is left in them. May be repeated and broken off at any time.
 */
public final class RetiredValues {

    /** For so long a rollback brings removed things back with their values. */
    public static final Duration KEPT_FOR = Duration.ofDays(30);

    private final Database database;
    private final Clock clock;

    RetiredValues(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Clears what is due of a tenant; answers with how many rows it touched. */
    public Mono<Long> purge(Tenant tenant) {
        Purge purge = new Purge(tenant.key());
        return purge.isDue(clock.instant().minus(KEPT_FOR))
                .filter(isDue -> isDue)
                .flatMap(_ -> purge.run(clock.instant().minus(KEPT_FOR)))
                .defaultIfEmpty(0L);
    }

    /** The purge of one tenant. */
    private final class Purge {

        private final int tenant;
        private final PurgeStatements statements;

        Purge(int tenant) {
            this.tenant = tenant;
            this.statements = new PurgeStatements(tenant);
        }

        Mono<Boolean> isDue(Instant limit) {
            return inTransaction(session ->
                    session.query(
                                    statements.isDue(limit),
                                    row -> Objects.requireNonNull(row.get(0, Boolean.class)))
                            .single());
        }

        Mono<Long> run(Instant limit) {
            Flux<Long> objects =
                    inTransaction(session -> marked(session, limit))
                            .flatMapMany(Flux::fromIterable)
                            .concatMap(object ->
                                    cleared(
                                            statements.hold(object),
                                            statements.clearRecords(object)));
            Flux<Long> homes =
                    Flux.defer(() ->
                            inTransaction(this::homes)
                                    .flatMapMany(Flux::fromIterable)
                                    .concatMap(home ->
                                            cleared(
                                                    statements.hold(
                                                            home.object(),
                                                            home.storage(),
                                                            home.field()),
                                                    clearing(home))));
            return objects.concatWith(homes)
                    .reduce(0L, Long::sum)
                    .flatMap(total -> inTransaction(this::finished).thenReturn(total));
        }

        /** A change of the catalog that is under way may bring them back, so it comes first. */
        private Mono<List<Integer>> marked(Session session, Instant limit) {
            return session.execute(statements.lock())
                    .then(session.execute(statements.markObjects(limit)))
                    .then(session.execute(statements.markHomes(limit)))
                    .thenMany(
                            session.query(
                                    statements.markedObjects(),
                                    row -> Objects.requireNonNull(row.get(0, Integer.class))))
                    .collectList();
        }

        private Mono<List<Home>> homes(Session session) {
            return session.query(
                            statements.markedHomes(),
                            row ->
                                    new Home(
                                            Objects.requireNonNull(row.get(0, Integer.class)),
                                            Storage.parse(
                                                            Objects.requireNonNull(
                                                                    row.get(1, String.class)))
                                                    .orElseThrow(),
                                            Objects.requireNonNull(row.get(2, UUID.class))))
                    .collectList();
        }

        private Sql clearing(Home home) {
            return home.storage() instanceof Storage.Links
                    ? statements.clearLinks(home.field())
                    : statements.clearValues(home.object(), home.storage());
        }

        /**
         * One batch after the other, each committed. Rows that somebody holds wait for next time.
         * Another node may be through already and the home given to a new field: so each batch
         * holds what it clears.
         */
        private Mono<Long> cleared(Sql hold, Sql batch) {
            return Mono.defer(
                            () -> inTransaction(session -> clearedWhileHeld(session, hold, batch)))
                    .repeat()
                    .takeWhile(count -> count > 0)
                    .reduce(0L, Long::sum);
        }

        private static Mono<Long> clearedWhileHeld(Session session, Sql hold, Sql batch) {
            return session.query(hold, row -> true)
                    .hasElements()
                    .flatMap(isHeld -> isHeld ? session.execute(batch) : Mono.just(0L));
        }

        private Mono<Long> finished(Session session) {
            return session.execute(statements.lock())
                    .then(session.execute(statements.forgetObjects()))
                    .then(session.execute(statements.forgetNumbers()))
                    .then(Mono.defer(() -> forgetHomes(session)));
        }

        private Mono<Long> forgetHomes(Session session) {
            return homes(session)
                    .flatMapMany(Flux::fromIterable)
                    .concatMap(home ->
                            session.execute(
                                    statements.forgetHome(
                                            home.object(), home.storage(), home.field())))
                    .reduce(0L, Long::sum);
        }

        private <T> Mono<T> inTransaction(Function<Session, Mono<T>> work) {
            return database.inCatalogChange(TenantExpectation.anyStateOf(tenant), work);
        }
    }

    /** A home that is being cleared. */
    private record Home(int object, Storage storage, UUID field) {}
}
