package kith.runtime.move;

import java.util.function.Function;
import kith.runtime.access.Caller;
import kith.runtime.catalog.HomeChanges;
import kith.runtime.job.JobRun;
import kith.runtime.sql.Database;
import kith.runtime.sql.Session;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.storage.DedicatedTables;
import kith.runtime.storage.TableState;
import reactor.core.publisher.Mono;

/**
 * Takes back a move that was cancelled or failed: before the switch the records stay where they
 * were and what was copied goes, after it only the old rows are left to clear. May be repeated.
 */
record MoveUndo(Database database, HomeChanges homes) {

    private static final int AT_ONCE = MoveCopy.AT_ONCE;

    Mono<Void> run(JobRun<ObjectMove> run) {
        return homes.change(
                        Caller.platform(run.tenant()),
                        "Gave up moving %s to another table".formatted(run.payload().name()),
                        standing ->
                                MovedTable.find(standing.session(), run)
                                        .flatMap(table -> stay(standing.session(), run, table)))
                .then(Mono.defer(() -> clear(run)))
                .then(Mono.defer(() -> inTransaction(run, session -> release(session, run))));
    }

    /** Empty where the catalog says already where the records are. */
    private static Mono<Boolean> stay(Session session, JobRun<ObjectMove> run, MovedTable table) {
        Mono<MoveStatements> forgotten =
                table.statements(session, run)
                        .delayUntil(move -> session.execute(move.forgetNotes()));
        return switch (table.state()) {
            case FILLING ->
                    forgotten
                            .flatMap(_ ->
                                    session.execute(DedicatedTables.drop(run.payload().object())))
                            .map(_ -> true);
            case LEAVING ->
                    forgotten
                            .flatMap(_ -> session.execute(MovedTable.become(TableState.LIVE, run)))
                            .map(_ -> true);
            case LIVE, LEFT -> Mono.empty();
        };
    }

    /** Rows in the shared table that are read there no more, or were never. */
    private Mono<Void> clear(JobRun<ObjectMove> run) {
        return Mono.defer(() -> inTransaction(run, session -> clearSome(session, run)))
                .repeat()
                .takeWhile(rows -> rows > 0)
                .then();
    }

    private static Mono<Long> clearSome(Session session, JobRun<ObjectMove> run) {
        return MovedTable.find(session, run)
                .filter(table -> table.state() == TableState.LIVE)
                .flatMap(table -> table.statements(session, run))
                .flatMap(move -> session.execute(move.clear(AT_ONCE)))
                .defaultIfEmpty(0L);
    }

    private static Mono<Void> release(Session session, JobRun<ObjectMove> run) {
        return MovedTable.find(session, run)
                .flatMap(table ->
                        session.execute(
                                table.state() == TableState.LEFT
                                        ? DedicatedTables.drop(run.payload().object())
                                        : MovedTable.release(table.state(), run)))
                .then();
    }

    private <T> Mono<T> inTransaction(JobRun<ObjectMove> run, Function<Session, Mono<T>> work) {
        return database.inTransaction(TenantExpectation.anyStateOf(run.tenant().key()), work);
    }
}
