package kith.runtime.move;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kith.runtime.job.JobRun;
import kith.runtime.job.JobStep;
import kith.runtime.move.MoveStage.Name;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.storage.DedicatedTables;
import kith.runtime.storage.TableState;
import reactor.core.publisher.Mono;

/** What the steps of a move do to the records, each within its transaction. */
record MoveCopy(Session session, JobRun<ObjectMove> run, MoveStatements move) {

    /** Records of one step. */
    static final int AT_ONCE = 5_000;

    /** Written records that the switch may still have to copy. */
    static final int MOST_AT_SWITCH = 2_000;

    static Mono<MoveCopy> of(Session session, JobRun<ObjectMove> run) {
        return MovedTable.require(session, run)
                .flatMap(table -> table.statements(session, run))
                .map(move -> new MoveCopy(session, run, move));
    }

    Mono<JobStep> begin() {
        return number(move.countSource())
                .map(records -> MoveStage.first(run.payload(), records).reached(0, run.payload()));
    }

    Mono<JobStep> copy(MoveStage stage) {
        return session.query(move.copy(stage.last(), AT_ONCE), Batch::of)
                .single()
                .map(batch -> behind(batch, stage, Name.INDEX));
    }

    /** Copies anew what was written since, until it is little. */
    Mono<JobStep> follow(MoveStage stage, Name next) {
        return followed(AT_ONCE)
                .map(notes -> notes < MOST_AT_SWITCH ? stage.then(next) : stage)
                .map(reached -> reached.reached(run.progress(), run.payload()));
    }

    /** Completes empty where too much was written since the last look. */
    Mono<Long> finish() {
        return followed(MOST_AT_SWITCH)
                .filter(notes -> notes < MOST_AT_SWITCH)
                .flatMap(_ -> equalNumbers());
    }

    private Mono<Long> followed(int most) {
        return session.query(move.takeNotes(most), Notes::of)
                .single()
                .delayUntil(notes ->
                        notes.count() == 0
                                ? Mono.empty()
                                : session.execute(move.remove(notes.records()))
                                        .then(session.execute(move.fetch(notes.records()))))
                .map(Notes::count);
    }

    private Mono<Long> equalNumbers() {
        return number(move.countSource())
                .zipWith(
                        number(move.countTarget()),
                        (source, target) -> {
                            if (!source.equals(target)) {
                                throw mismatch(Math.abs(source - target));
                            }
                            return source;
                        });
    }

    Mono<JobStep> verify(MoveStage stage) {
        return session.query(move.differences(stage.last(), AT_ONCE), Batch::of)
                .single()
                .map(batch -> {
                    if (batch.different() > 0) {
                        throw mismatch(batch.different());
                    }
                    return behind(batch, stage, Name.CATCH_UP);
                });
    }

    private RuntimeException mismatch(long different) {
        return MoveProblem.MOVE_MISMATCH.saying(
                "%d records of %s are not the same in both tables; nothing was changed"
                        .formatted(different, run.payload().name()));
    }

    private JobStep behind(Batch batch, MoveStage stage, Name next) {
        MoveStage reached =
                batch.records() == AT_ONCE
                        ? stage.behind(batch.last().orElseThrow())
                        : stage.then(next);
        return reached.reached(run.progress() + batch.records(), run.payload());
    }

    /** Takes some of the old rows out of the shared table. */
    Mono<JobStep> clear(MoveStage stage) {
        return session.execute(move.clear(AT_ONCE))
                .map(rows ->
                        (rows < AT_ONCE ? stage.then(Name.END) : stage)
                                .reached(run.progress() + rows, run.payload()));
    }

    Mono<JobStep> end() {
        Sql ending =
                run.payload().course() == ObjectMove.Course.TO_SHARED
                        ? DedicatedTables.drop(run.payload().object())
                        : MovedTable.release(TableState.LIVE, run);
        return session.execute(ending).thenReturn(JobStep.last(run.progress()));
    }

    private Mono<Long> number(Sql count) {
        return session.query(count, row -> Objects.requireNonNull(row.get(0, Long.class))).single();
    }

    /** Records that a statement went through, in the order of their ids. */
    private record Batch(long records, Optional<UUID> last, long different) {
        static Batch of(Readable row) {
            return new Batch(
                    Objects.requireNonNull(row.get(0, Long.class)),
                    Optional.ofNullable(row.get(1, UUID.class)),
                    Objects.requireNonNull(row.get(2, Long.class)));
        }
    }

    /** What writes left behind. */
    private record Notes(long count, List<UUID> records) {
        static Notes of(Readable row) {
            UUID[] records = row.get(1, UUID[].class);
            return new Notes(
                    Objects.requireNonNull(row.get(0, Long.class)),
                    records == null ? List.of() : Arrays.asList(records));
        }
    }
}
