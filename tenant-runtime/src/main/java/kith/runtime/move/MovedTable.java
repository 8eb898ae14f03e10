package kith.runtime.move;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import kith.runtime.job.JobRun;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.storage.DedicatedTables;
import kith.runtime.storage.RecordTable;
import kith.runtime.storage.TableState;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The row of the dedicated table that a job is at work on. */
record MovedTable(RecordTable table, TableState state) {

    private static final String FIND =
            """
            select number, state from dedicated_table where tenant = {} and object = {} and job = {}
            """;

    private static final String KEEP =
            """
            update dedicated_table set state = {}, job = {} where tenant = {} and object = {} and job = {}
            """;

    /** Empty where the job has nothing to do with the object's table any more. */
    static Mono<MovedTable> find(Session session, JobRun<ObjectMove> run) {
        return session.query(
                        Sql.of(
                                FIND,
                                Sql.number(run.tenant().key()),
                                Sql.number(run.payload().object()),
                                Sql.bind(run.id())),
                        MovedTable::of)
                .singleOrEmpty();
    }

    /** The same, or the reason why the job cannot go on. */
    static Mono<MovedTable> require(Session session, JobRun<ObjectMove> run) {
        return find(session, run)
                .switchIfEmpty(
                        Mono.error(() ->
                                MoveProblem.MOVE_LOST.saying(
                                        "The table of %s is not this job's any more"
                                                .formatted(run.payload().name()))));
    }

    private static MovedTable of(Readable row) {
        return new MovedTable(
                new RecordTable(Objects.requireNonNull(row.get(0, Integer.class))),
                TableState.valueOf(Objects.requireNonNull(row.get(1, String.class))));
    }

    /** How records get from one table to the other. */
    Mono<MoveStatements> statements(Session session, JobRun<ObjectMove> run) {
        return session.query(
                        DedicatedTables.columns(table),
                        row -> Objects.requireNonNull(row.get(0, String.class)))
                .collectList()
                .map(columns ->
                        new MoveStatements(
                                new MoveRoute(run.tenant().key(), run.payload(), table, columns)));
    }

    /** The table is something else now; the job goes on with it. */
    static Sql become(TableState state, JobRun<ObjectMove> run) {
        return keep(state, run, run.id());
    }

    /** The table is something else now, and free for other jobs. */
    static Sql release(TableState state, JobRun<ObjectMove> run) {
        return keep(state, run, null);
    }

    private static Sql keep(TableState state, JobRun<ObjectMove> run, @Nullable UUID job) {
        return Sql.of(
                KEEP,
                Sql.bind(state.name()),
                Sql.bind(SqlType.UUID, job),
                Sql.number(run.tenant().key()),
                Sql.number(run.payload().object()),
                Sql.bind(run.id()));
    }
}
