package kith.runtime.move;

import kith.runtime.access.Caller;
import kith.runtime.catalog.HomeChanges;
import kith.runtime.job.JobRun;
import kith.runtime.job.JobStep;
import kith.runtime.job.SavedStep;
import kith.runtime.move.MoveStage.Name;
import kith.runtime.move.ObjectMove.Course;
import kith.runtime.sql.Session;
import kith.runtime.storage.TableState;
import reactor.core.publisher.Mono;

/**
 * The moment of a move: while the tenant's writes wait, the last records are copied, both tables
 * counted, and the catalog says from then on where the records are. May be repeated: where it is
 * done already, nothing happens.
 */
record MoveSwitch(HomeChanges homes) {

    Mono<SavedStep> run(JobRun<ObjectMove> run, MoveStage stage) {
        String message =
                switch (run.payload().course()) {
                    case TO_SHARED -> "Moved %s to the shared table";
                    case TO_DEDICATED, REINDEX -> "Moved %s to a table of its own";
                };
        return homes.change(
                        Caller.platform(run.tenant()),
                        message.formatted(run.payload().name()),
                        standing -> change(standing.session(), run))
                .then(Mono.defer(() -> run.save(session -> after(session, run, stage))));
    }

    /** Completes empty where there is nothing to do, or still too much to copy. */
    private static Mono<Boolean> change(Session session, JobRun<ObjectMove> run) {
        return MovedTable.require(session, run)
                .filter(table -> isBefore(table.state()))
                .flatMap(table ->
                        MoveCopy.of(session, run)
                                .flatMap(MoveCopy::finish)
                                .flatMap(_ ->
                                        session.execute(
                                                MovedTable.become(after(table.state()), run))))
                .map(_ -> true);
    }

    private static boolean isBefore(TableState state) {
        return state == TableState.FILLING || state == TableState.LEAVING;
    }

    private static TableState after(TableState state) {
        return state == TableState.FILLING ? TableState.LIVE : TableState.LEFT;
    }

    private static Mono<JobStep> after(Session session, JobRun<ObjectMove> run, MoveStage stage) {
        Name done = run.payload().course() == Course.TO_SHARED ? Name.END : Name.CLEAR;
        return MovedTable.require(session, run)
                .map(table -> stage.then(isBefore(table.state()) ? Name.CATCH_UP : done))
                .map(reached -> reached.reached(run.progress(), run.payload()));
    }
}
