package kith.server.job;

import java.time.Duration;
import kith.runtime.catalog.RetiredValues;
import kith.runtime.job.JobRun;
import kith.runtime.job.JobStep;
import kith.runtime.job.RecurringKind;
import kith.runtime.job.SavedStep;
import reactor.core.publisher.Mono;

/** Clears what removed fields and objects left behind; counts the rows it touched. */
public final class RemovedValuesPurge implements RecurringKind {

    private final RetiredValues values;

    public RemovedValuesPurge(RetiredValues values) {
        this.values = values;
    }

    @Override
    public String name() {
        return "removedValues.purge";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** The purge commits its own small batches and may be repeated at any time. */
    @Override
    public Mono<SavedStep> step(JobRun<Nothing> run) {
        return values.purge(run.tenant()).flatMap(rows -> run.save(JobStep.last(rows)));
    }
}
