package kith.runtime.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.runtime.access.Caller;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import reactor.core.publisher.Mono;

/** Jobs and the nodes that do them, on one database and by one clock. */
final class JobsFixture {

    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final RuntimeDatabase runtime;
    private final SetClock clock = new SetClock();
    private final Jobs jobs;

    JobsFixture(RuntimeDatabase runtime) {
        this.runtime = runtime;
        this.jobs = new Jobs(runtime.database(), UUID::randomUUID, clock);
        runtime.asOwner(tenant(), "delete from work");
    }

    Jobs jobs() {
        return jobs;
    }

    SetClock clock() {
        return clock;
    }

    Tenant tenant() {
        return runtime.tenant("t" + UUID.randomUUID().toString().substring(0, 12));
    }

    JobEngine node(JobKind<?>... kinds) {
        return node(4, 2, kinds);
    }

    JobEngine node(int perNode, int perTenant, JobKind<?>... kinds) {
        return new JobEngine(
                runtime.database(),
                new JobKinds(List.of(kinds)),
                jobs,
                UUID::randomUUID,
                clock,
                new JobLimits(perNode, perTenant, LEASE, Duration.ofMillis(20)));
    }

    UUID enqueue(Tenant tenant, int steps) {
        return now(
                jobs.enqueue(
                        Caller.platform(tenant),
                        new CountingKind(),
                        new CountingKind.Count(steps)));
    }

    JobInfo job(Tenant tenant, UUID id) {
        return jobs(tenant).stream().filter(job -> job.id().equals(id)).findFirst().orElseThrow();
    }

    List<JobInfo> jobs(Tenant tenant) {
        return now(jobs.page(
                        Caller.platform(tenant),
                        new JobFilter(Optional.empty(), 200, Optional.empty())))
                .jobs();
    }

    /** How many marks the steps of a tenant's jobs left. */
    int marks(Tenant tenant) {
        return Integer.parseInt(
                runtime.asOwner(
                        tenant,
                        "select count(*) from unique_value where tenant = " + tenant.key()));
    }

    static <T> T now(Mono<T> mono) {
        return mono.blockOptional(LIMIT).orElseThrow();
    }
}
