package kith.server.job;

import java.time.Clock;
import java.time.Duration;
import kith.runtime.job.JobRun;
import kith.runtime.job.JobStep;
import kith.runtime.job.RecurringKind;
import kith.runtime.job.SavedStep;
import kith.runtime.trace.RunExpiry;
import reactor.core.publisher.Mono;

/** Forgets runs of the debug log of rules that are too old or too many. */
public final class RuleLogExpiry implements RecurringKind {

    private final Clock clock;

    public RuleLogExpiry(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ruleLog.expire";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Mono<SavedStep> step(JobRun<Nothing> run) {
        return run.save(session ->
                RunExpiry.expireSome(session, run.tenant().key(), clock.instant())
                        .map(gone ->
                                JobStep.batch(run.progress() + gone, gone == RunExpiry.AT_ONCE)));
    }
}
