package kith.runtime.move;

import java.util.function.Function;
import kith.runtime.catalog.HomeChanges;
import kith.runtime.job.JobKind;
import kith.runtime.job.JobRun;
import kith.runtime.job.JobStep;
import kith.runtime.job.SavedStep;
import kith.runtime.move.MoveStage.Name;
import kith.runtime.sql.Database;
import reactor.core.publisher.Mono;

/**
 * Moves the records of an object: copies them in parts, follows what is written meanwhile by the
 * notes that writes leave, compares, and then, while the tenant's writes wait for a moment, has the
 * catalog say where they are now. The old rows go last.
 */
public final class ObjectMoveKind implements JobKind<ObjectMove> {

    private final MoveIndexes indexes;
    private final MoveSwitch change;
    private final MoveUndo undo;

    public ObjectMoveKind(Database database, HomeChanges homes) {
        this.indexes = new MoveIndexes(database);
        this.change = new MoveSwitch(homes);
        this.undo = new MoveUndo(database, homes);
    }

    @Override
    public String name() {
        return "object.move";
    }

    @Override
    public Class<ObjectMove> payload() {
        return ObjectMove.class;
    }

    @Override
    public boolean leavesTraces() {
        return true;
    }

    /** Where it was cancelled or failed, the records stay where they are read. */
    @Override
    public Mono<Void> undo(JobRun<ObjectMove> run) {
        return undo.run(run);
    }

    @Override
    public Mono<SavedStep> step(JobRun<ObjectMove> run) {
        return run.checkpoint()
                .map(MoveStage::parse)
                .map(stage -> step(run, stage))
                .orElseGet(() -> copying(run, MoveCopy::begin));
    }

    private Mono<SavedStep> step(JobRun<ObjectMove> run, MoveStage stage) {
        return switch (stage.name()) {
            case COPY -> copying(run, copy -> copy.copy(stage));
            case INDEX -> index(run, stage);
            case FOLLOW -> copying(run, copy -> copy.follow(stage, Name.VERIFY));
            case VERIFY -> copying(run, copy -> copy.verify(stage));
            case CATCH_UP -> copying(run, copy -> copy.follow(stage, Name.SWITCH));
            case SWITCH -> change.run(run, stage);
            case CLEAR -> copying(run, copy -> copy.clear(stage));
            case END -> copying(run, MoveCopy::end);
        };
    }

    private static Mono<SavedStep> copying(
            JobRun<ObjectMove> run, Function<MoveCopy, Mono<JobStep>> step) {
        return run.save(session -> MoveCopy.of(session, run).flatMap(step));
    }

    private Mono<SavedStep> index(JobRun<ObjectMove> run, MoveStage stage) {
        return switch (run.payload().course()) {
            case TO_DEDICATED -> indexes.make(run).then(reached(run, stage.then(Name.FOLLOW)));
            case REINDEX -> indexes.make(run).then(reached(run, stage.then(Name.END)));
            case TO_SHARED -> reached(run, stage.then(Name.FOLLOW));
        };
    }

    private static Mono<SavedStep> reached(JobRun<ObjectMove> run, MoveStage stage) {
        return Mono.defer(() -> run.save(stage.reached(run.progress(), run.payload())));
    }
}
