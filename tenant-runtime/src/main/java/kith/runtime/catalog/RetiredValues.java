package kith.runtime.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kith.metadata.catalog.Storage;
import kith.runtime.sql.Database;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.storage.DedicatedTables;
import kith.runtime.storage.RecordTable;
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
                                            object,
                                            statements.hold(object),
                                            table -> statements.clearRecords(table, object)));
            Flux<Long> homes =
                    Flux.defer(() ->
                            inTransaction(this::homes)
                                    .flatMapMany(Flux::fromIterable)
                                    .concatMap(home ->
                                            cleared(
                                                    home.object(),
                                                    statements.hold(
                                                            home.object(),
                                                            home.storage(),
                                                            home.field()),
                                                    table -> clearing(table, home))));
            return objects.concatWith(homes)
                    .reduce(0L, Long::sum)
                    .flatMap(total -> inTransaction(this::finished).thenReturn(total));
        }

        /** A change of the catalog that is under way may bring them back, so it comes first. */
        private Mono<List<Integer>> marked(Session session, Instant limit) {
            return session.execute(statements.lock())
                    .then(session.execute(statements.markObjects(limit)))
                    .then(session.execute(statements.markHomes(limit)))
                    .then(Mono.defer(() -> objects(session)));
        }

        private Mono<List<Integer>> objects(Session session) {
            return session.query(
                            statements.markedObjects(),
                            row -> Objects.requireNonNull(row.get(0, Integer.class)))
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

        private Sql clearing(RecordTable table, Home home) {
            return home.storage() instanceof Storage.Links
                    ? statements.clearLinks(home.field())
                    : statements.clearValues(table, home.object(), home.storage());
        }

        /**
         * One batch after the other, each committed. Rows that somebody holds wait for next time.
         * Another node may be through already and the home given to a new field: so each batch
         * holds what it clears.
         */
        private Mono<Long> cleared(int object, Sql hold, Function<RecordTable, Sql> batch) {
            return Mono.defer(() ->
                            inTransaction(session ->
                                    table(session, object)
                                            .flatMap(table ->
                                                    clearedWhileHeld(
                                                            session, hold, batch.apply(table)))
                                            .defaultIfEmpty(0L)))
                    .repeat()
                    .takeWhile(count -> count > 0)
                    .reduce(0L, Long::sum);
        }

        /** Where the records are; empty while they are being moved. */
        private Mono<RecordTable> table(Session session, int object) {
            return session.query(
                            statements.table(object),
                            row ->
                                    Boolean.TRUE.equals(row.get(1, Boolean.class))
                                            ? Optional.<RecordTable>empty()
                                            : Optional.of(
                                                    new RecordTable(
                                                            Objects.requireNonNull(
                                                                    row.get(0, Integer.class)))))
                    .single()
                    .flatMap(Mono::justOrEmpty);
        }

        private static Mono<Long> clearedWhileHeld(Session session, Sql hold, Sql batch) {
            return session.query(hold, row -> true)
                    .hasElements()
                    .flatMap(isHeld -> isHeld ? session.execute(batch) : Mono.just(0L));
        }

        private Mono<Long> finished(Session session) {
            return session.execute(statements.lock())
                    .then(Mono.defer(() -> forgetObjects(session)))
                    .then(session.execute(statements.forgetNumbers()))
                    .then(Mono.defer(() -> forgetHomes(session)));
        }

        /** An object that had a table of its own leaves none. */
        private Mono<Long> forgetObjects(Session session) {
            return objects(session)
                    .flatMapMany(Flux::fromIterable)
                    .concatMap(object ->
                            table(session, object)
                                    .flatMap(table ->
                                            session.execute(statements.forgetObject(table, object))
                                                    .delayUntil(count ->
                                                            count > 0 && table.isDedicated()
                                                                    ? dropped(session, object)
                                                                    : Mono.empty())))
                    .reduce(0L, Long::sum);
        }

        private Mono<Long> dropped(Session session, int object) {
            return session.execute(DedicatedTables.drop(object))
                    .then(session.execute(statements.advance()));
        }

        /** Their columns go with them where the object has a table of its own. */
        private Mono<Long> forgetHomes(Session session) {
            return homes(session)
                    .flatMapMany(Flux::fromIterable)
                    .concatMap(home ->
                            table(session, home.object())
                                    .flatMap(table -> forgetHome(session, table, home)))
                    .reduce(0L, Long::sum);
        }

        private Mono<Long> forgetHome(Session session, RecordTable table, Home home) {
            return session.execute(
                            statements.forgetHome(
                                    table, home.object(), home.storage(), home.field()))
                    .delayUntil(count ->
                            count > 0 && table.isDedicated()
                                    ? session.execute(
                                            DedicatedTables.narrow(
                                                    home.object(), List.of(home.storage())))
                                    : Mono.empty());
        }

        private <T> Mono<T> inTransaction(Function<Session, Mono<T>> work) {
            return database.inCatalogChange(TenantExpectation.anyStateOf(tenant), work);
        }
    }

    /** A home that is being cleared. */
    private record Home(int object, Storage storage, UUID field) {}
}
