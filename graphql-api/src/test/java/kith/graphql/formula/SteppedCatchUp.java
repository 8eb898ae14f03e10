package kith.graphql.formula;

import java.time.Duration;
import java.util.function.Consumer;
import kith.runtime.catchup.FormulaCatchUp;
import kith.runtime.catchup.FormulaCatchUpKind;
import kith.runtime.job.JobKind;
import kith.runtime.job.JobRun;
import kith.runtime.job.RetryPolicy;
import kith.runtime.job.SavedStep;
import reactor.core.publisher.Mono;

/** A job that something happens to before its steps, by their checkpoints. */
record SteppedCatchUp(FormulaCatchUpKind kind, Consumer<String> beforeStep)
        implements JobKind<FormulaCatchUp> {

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public Class<FormulaCatchUp> payload() {
        return kind.payload();
    }

    @Override
    public boolean leavesTraces() {
        return kind.leavesTraces();
    }

    @Override
    public Mono<Void> undo(JobRun<FormulaCatchUp> run) {
        return kind.undo(run);
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(100, Duration.ZERO, Duration.ZERO);
    }

    @Override
    public Mono<SavedStep> step(JobRun<FormulaCatchUp> run) {
        beforeStep.accept(run.checkpoint().orElse("BEGIN"));
        return kind.step(run);
    }
}
