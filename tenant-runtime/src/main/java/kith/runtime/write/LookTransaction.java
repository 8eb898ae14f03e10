package kith.runtime.write;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.function.Function;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.sql.Database;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A transaction that sees what a write would see, and in which PostgreSQL itself refuses to write.
 */
final class LookTransaction {

    private static final Scheduler THREADS =
            Schedulers.fromExecutorService(
                    Executors.newThreadPerTaskExecutor(
                            Thread.ofVirtual().name("kith-look-", 0).factory()));

    private final Database database;
    private final Access access;
    private final Clock clock;

    LookTransaction(Database database, Access access, Clock clock) {
        this.database = database;
        this.access = access;
        this.clock = clock;
    }

    /** What the work finds; it may wait for its statements. */
    <T> Mono<T> look(Caller caller, Catalog catalog, Function<WriteSession, T> work) {
        Mono<T> whole =
                database.inTransaction(
                        TenantExpectation.of(caller, catalog),
                        session ->
                                Mono.fromCallable(
                                                () -> {
                                                    WriteSession opened =
                                                            new WriteSession(
                                                                    session,
                                                                    scope(caller, catalog));
                                                    opened.send(
                                                            Sql.text("set transaction read only"));
                                                    T found = work.apply(opened);
                                                    opened.settle();
                                                    return found;
                                                })
                                        .subscribeOn(THREADS));
        // As in a write, what has begun is finished, whoever still waits.
        return Mono.defer(whole::cache);
    }

    private WriteScope scope(Caller caller, Catalog catalog) {
        return new WriteScope(
                access, caller, catalog, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
