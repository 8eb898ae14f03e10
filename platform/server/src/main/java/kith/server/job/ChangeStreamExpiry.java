package kith.server.job;

import java.time.Duration;
import java.util.OptionalLong;
import kith.runtime.job.JobRun;
import kith.runtime.job.JobStep;
import kith.runtime.job.RecurringKind;
import kith.runtime.job.SavedStep;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.stream.StreamRetention;
import reactor.core.publisher.Mono;

/** Removes what the change stream need not keep any longer. */
public final class ChangeStreamExpiry implements RecurringKind {

    private final StreamRetention retention;

    public ChangeStreamExpiry(StreamRetention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "changeStream.expire";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** The retention commits its own batches and may be repeated at any time. */
    @Override
    public Mono<SavedStep> step(JobRun<Nothing> run) {
        return retention
                .expire(new TenantExpectation(run.tenant().key(), OptionalLong.empty(), true))
                .flatMap(gone -> run.save(JobStep.last(gone)));
    }
}
