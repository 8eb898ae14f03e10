package kith.runtime.move;

import java.util.Objects;
import java.util.function.Function;
import kith.runtime.job.JobRun;
import kith.runtime.sql.Database;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.storage.DedicatedTables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives a dedicated table its indexes, one after the other, and without holding changes of the
 * catalog up, which would hold up the tenant's writes. What is there already is not made again.
 */
record MoveIndexes(Database database) {

    private static final String LONGER =
            """
            select set_config('statement_timeout', '4h', true)
            """;

    Mono<Void> make(JobRun<ObjectMove> run) {
        ObjectMove move = run.payload();
        return Flux.fromIterable(move.indexes())
                .concatMap(index ->
                        atLeisure(
                                run,
                                session ->
                                        session.query(
                                                        DedicatedTables.index(move.object(), index),
                                                        row ->
                                                                Objects.requireNonNull(
                                                                        row.get(0, String.class)))
                                                .single()))
                .collectList()
                .flatMap(names ->
                        atLeisure(
                                run,
                                session ->
                                        session.execute(
                                                        DedicatedTables.keepIndexes(
                                                                move.object(), names))
                                                .then(
                                                        session.execute(
                                                                DedicatedTables.analyze(
                                                                        move.object())))))
                .then();
    }

    private <T> Mono<T> atLeisure(JobRun<ObjectMove> run, Function<Session, Mono<T>> work) {
        return database.inCatalogChange(
                TenantExpectation.anyStateOf(run.tenant().key()),
                session ->
                        MovedTable.require(session, run)
                                .then(session.execute(Sql.text(LONGER)))
                                .then(Mono.defer(() -> work.apply(session))));
    }
}
