package kith.server.job;

import java.time.Clock;
import java.time.Duration;
import kith.runtime.job.JobRun;
import kith.runtime.job.JobStep;
import kith.runtime.job.RecurringKind;
import kith.runtime.job.SavedStep;
import kith.runtime.write.AnswerExpiry;
import reactor.core.publisher.Mono;

/** Forgets answers under idempotency keys that nobody is answered with any more. */
public final class KeptAnswersExpiry implements RecurringKind {

    private final Clock clock;

    public KeptAnswersExpiry(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "keptAnswers.expire";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Mono<SavedStep> step(JobRun<Nothing> run) {
        return run.save(session ->
                AnswerExpiry.expireSome(session, run.tenant(), clock.instant())
                        .map(gone ->
                                JobStep.batch(
                                        run.progress() + gone, gone == AnswerExpiry.AT_ONCE)));
    }
}
