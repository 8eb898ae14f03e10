package kith.runtime.job;

import static kith.runtime.job.JobsFixture.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.runtime.access.Caller;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Administrators see the jobs of their tenant; operators see of all jobs how they stand. */
class JobListIT {

    private static RuntimeDatabase runtime;

    private JobsFixture jobs;
    private Tenant tenant;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("job_list");
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @BeforeEach
    void newTenant() {
        jobs = new JobsFixture(runtime);
        tenant = jobs.tenant();
    }

    @Test
    void pagesThroughTheJobsOfAllTenantsNewestFirst() {
        Tenant other = jobs.tenant();
        List<UUID> made = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            made.addFirst(jobs.enqueue(number % 2 == 0 ? tenant : other, 1));
            jobs.clock().goOn(Duration.ofMillis(number % 3));
        }

        List<UUID> listed = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            JobPage page =
                    now(
                            jobs.jobs()
                                    .pageForOperators(
                                            Optional.empty(),
                                            new JobFilter(Optional.empty(), 3, after)));
            page.jobs().forEach(job -> listed.add(job.id()));
            after = page.end();
        } while (after.isPresent());

        assertThat(listed).containsExactlyInAnyOrderElementsOf(made).doesNotHaveDuplicates();
        assertThat(listed.getFirst()).isIn(made.subList(0, 2));
    }

    @Test
    void showsATenantNothingOfAnother() {
        UUID theirs = jobs.enqueue(jobs.tenant(), 1);

        assertThat(jobs.jobs(tenant)).isEmpty();
        assertThatThrownBy(() -> now(jobs.jobs().cancel(Caller.platform(tenant), theirs)))
                .hasMessageContaining("JOB_UNKNOWN");
    }

    @Test
    void tellsOperatorsTheCodeOfAFailureAndTheTenantItsWords() {
        UUID id = jobs.enqueue(tenant, 1);
        now(
                jobs.node(new CountingKind(_ -> Mono.error(new IllegalStateException("broken"))))
                        .runDue());

        JobInfo seen =
                now(jobs.jobs()
                                .pageForOperators(
                                        Optional.of(tenant.slug()),
                                        new JobFilter(
                                                Optional.of(JobState.WAITING),
                                                10,
                                                Optional.empty())))
                        .jobs()
                        .getFirst();

        assertThat(seen.tenant()).isEqualTo(tenant.slug());
        assertThat(seen.id()).isEqualTo(id);
        assertThat(seen.problem()).hasValue("JOB_FAILED");
        assertThat(seen.message()).isEmpty();
        assertThat(jobs.job(tenant, id).message())
                .hasValueSatisfying(words ->
                        assertThat(words)
                                .startsWith("An unexpected failure")
                                .doesNotContain("broken"));
    }

    @Test
    void letsOperatorsCancel() {
        UUID id = jobs.enqueue(tenant, 1);

        assertThat(now(jobs.jobs().cancelForOperators(tenant.slug(), id)).state())
                .isEqualTo(JobState.CANCELLED);

        assertThatThrownBy(() -> now(jobs.jobs().cancelForOperators(tenant.slug(), id)))
                .hasMessageContaining("JOB_NOT_CANCELLABLE");
        assertThatThrownBy(() -> now(jobs.jobs().cancelForOperators(jobs.tenant().slug(), id)))
                .hasMessageContaining("JOB_UNKNOWN");
    }

    @Test
    void doesNotCancelWhatComesBackAndIsNotRunning() {
        FinishedJobs kind = new FinishedJobs(jobs.clock());
        jobs.node(kind).addRecurring().block();

        assertThatThrownBy(() -> now(jobs.jobs().cancel(Caller.platform(tenant), kind.id())))
                .hasMessageContaining("JOB_NOT_CANCELLABLE");
        assertThat(jobs.job(tenant, kind.id()).state()).isEqualTo(JobState.WAITING);
    }

    @Test
    void refusesMembersAndCursorsOfOthers() {
        Caller member =
                new Caller(tenant, Optional.of(UUID.randomUUID()), false, Caller.Origin.API);
        JobFilter broken = new JobFilter(Optional.empty(), 10, Optional.of("bm90"));

        assertThatThrownBy(() -> now(jobs.jobs().page(member, broken)))
                .hasMessageContaining("WRITE_FORBIDDEN");
        assertThatThrownBy(() -> now(jobs.jobs().page(Caller.platform(tenant), broken)))
                .hasMessageContaining("INVALID_CURSOR");
    }
}
