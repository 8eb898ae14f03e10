package kith.server.audit;

import java.time.Duration;
import kith.runtime.audit.AuditTrail;
import kith.runtime.job.JobRun;
import kith.runtime.job.JobStep;
import kith.runtime.job.RecurringKind;
import kith.runtime.job.SavedStep;
import reactor.core.publisher.Mono;

/** Puts what came since the last time into the chain of the audit trail. */
public final class AuditSealing implements RecurringKind {

    @Override
    public String name() {
        return "audit.seal";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Mono<SavedStep> step(JobRun<Nothing> run) {
        return run.save(session ->
                AuditTrail.sealSome(session, run.tenant().key())
                        .map(sealed -> JobStep.batch(run.progress() + sealed, sealed > 0)));
    }
}
