package kith.runtime.move;

import java.time.Duration;
import java.util.function.Consumer;
import kith.runtime.job.JobKind;
import kith.runtime.job.JobRun;
import kith.runtime.job.RetryPolicy;
import kith.runtime.job.SavedStep;
import reactor.core.publisher.Mono;

/** A move that something happens to before its steps. */
record SteppedMove(ObjectMoveKind kind, Consumer<String> beforeStep)
        implements JobKind<ObjectMove> {

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public Class<ObjectMove> payload() {
        return kind.payload();
    }

    @Override
    public boolean leavesTraces() {
        return kind.leavesTraces();
    }

    @Override
    public Mono<Void> undo(JobRun<ObjectMove> run) {
        return kind.undo(run);
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(100, Duration.ZERO, Duration.ZERO);
    }

    @Override
    public Mono<SavedStep> step(JobRun<ObjectMove> run) {
        beforeStep.accept(run.checkpoint().orElse("BEGIN"));
        return kind.step(run);
    }
}
