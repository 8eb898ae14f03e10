package kith.runtime.job;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kith.runtime.sql.Session;
import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Mono;

/**
 * What a step works with, and the only way to its end.
 *
 * @param <P> what the job is about
 */
public final class JobRun<P> {

    private final HeldJob job;
    private final P payload;
    private final JobLedger ledger;

    JobRun(HeldJob job, P payload, JobLedger ledger) {
        this.job = job;
        this.payload = payload;
        this.ledger = ledger;
    }

    public Tenant tenant() {
        return job.tenant();
    }

    public UUID id() {
        return job.claim().id();
    }

    public P payload() {
        return payload;
    }

    /** Where the step before left off; empty for the first one. */
    public Optional<String> checkpoint() {
        return job.checkpoint();
    }

    public long progress() {
        return job.progress();
    }

    /**
     * Commits what the step does together with where the next one goes on: both, or neither where
     * the job meanwhile went to another node.
     */
    public Mono<SavedStep> save(Function<Session, Mono<JobStep>> effect) {
        return ledger.save(job, effect);
    }

    /** For steps whose effect is committed already and may be repeated without harm. */
    public Mono<SavedStep> save(JobStep step) {
        return save(_ -> Mono.just(step));
    }
}
