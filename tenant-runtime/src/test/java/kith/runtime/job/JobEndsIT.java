package kith.runtime.job;

import static kith.runtime.job.JobsFixture.LEASE;
import static kith.runtime.job.JobsFixture.now;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.read.ReadProblem;
import kith.runtime.sql.DatabaseProblem;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Jobs end by being cancelled, by failing, or after another attempt. */
class JobEndsIT {

    private static RuntimeDatabase runtime;

    private JobsFixture jobs;
    private Tenant tenant;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("job_ends");
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
    void cancelsAJobThatWaits() {
        UUID id = jobs.enqueue(tenant, 1);

        JobInfo cancelled = now(jobs.jobs().cancel(Caller.platform(tenant), id));

        assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
        assertThat(now(jobs.node(new CountingKind()).runDue())).isZero();
        assertThat(jobs.marks(tenant)).isZero();
    }

    @Test
    void cancelsAJobAfterTheStepThatIsUnderWay() {
        CountingKind kind =
                new CountingKind(run ->
                        run.progress() == 1
                                ? jobs.jobs()
                                        .cancel(Caller.platform(tenant), run.id())
                                        .doOnNext(job -> {
                                            assertThat(job.state()).isEqualTo(JobState.RUNNING);
                                            assertThat(job.isCancelRequested()).isTrue();
                                        })
                                        .then()
                                : Mono.empty());
        UUID id = jobs.enqueue(tenant, 10);

        now(jobs.node(kind).runDue());

        assertThat(jobs.job(tenant, id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(jobs.job(tenant, id).isCancelRequested()).isFalse();
        assertThat(jobs.marks(tenant)).isEqualTo(2);
    }

    @Test
    void triesAgainLaterAndLaterAndGoesOnWhereItWas() {
        AtomicInteger failures = new AtomicInteger(2);
        CountingKind kind =
                new CountingKind(run ->
                        run.progress() == 1 && failures.getAndDecrement() > 0
                                ? Mono.error(new IllegalStateException("not yet"))
                                : Mono.empty());
        UUID id = jobs.enqueue(tenant, 2);
        JobEngine node = jobs.node(kind);

        now(node.runDue());
        JobInfo stopped = jobs.job(tenant, id);
        assertThat(stopped.state()).isEqualTo(JobState.WAITING);
        assertThat(stopped.problem()).hasValue("JOB_FAILED");
        assertThat(stopped.progress()).isEqualTo(1);
        assertThat(now(node.runDue())).isZero();
        jobs.clock().goOn(Duration.ofSeconds(10));
        assertThat(now(node.runDue())).isEqualTo(1);
        jobs.clock().goOn(Duration.ofSeconds(10));
        assertThat(now(node.runDue())).isZero();
        jobs.clock().goOn(Duration.ofSeconds(10));
        assertThat(now(node.runDue())).isEqualTo(1);

        assertThat(jobs.job(tenant, id).state()).isEqualTo(JobState.DONE);
        assertThat(jobs.job(tenant, id).problem()).isEmpty();
        assertThat(jobs.marks(tenant)).isEqualTo(2);
    }

    @Test
    void failsAfterTheLastAttemptAndTellsWhy() {
        CountingKind kind =
                new CountingKind(_ ->
                        Mono.error(
                                new ProblemException(
                                        Problem.of(
                                                DatabaseProblem.DATABASE_BUSY, "Too much to do"))));
        UUID id = jobs.enqueue(tenant, 2);
        JobEngine node = jobs.node(kind);

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(now(node.runDue())).isEqualTo(1);
            jobs.clock().goOn(Duration.ofMinutes(1));
        }

        JobInfo job = jobs.job(tenant, id);
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.attempts()).isEqualTo(3);
        assertThat(job.problem()).hasValue("DATABASE_BUSY");
        assertThat(job.message()).hasValue("Too much to do");
        assertThat(now(node.runDue())).isZero();
    }

    @Test
    void failsAtOnceWhereNothingWouldMendIt() {
        CountingKind kind =
                new CountingKind(_ ->
                        Mono.error(
                                new ProblemException(
                                        Problem.of(ReadProblem.INVALID_CURSOR, "No such value"))));
        UUID id = jobs.enqueue(tenant, 2);

        now(jobs.node(kind).runDue());

        assertThat(jobs.job(tenant, id).state()).isEqualTo(JobState.FAILED);
    }

    @Test
    void givesUpAJobUnderWhichNodesEnd() throws InterruptedException {
        UUID id = jobs.enqueue(tenant, 1);
        for (int attempt = 0; attempt < 3; attempt++) {
            CountDownLatch begun = new CountDownLatch(1);
            Disposable node =
                    jobs.node(
                                    new CountingKind(_ -> {
                                        begun.countDown();
                                        return Mono.never();
                                    }))
                            .runDue()
                            .subscribe();
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            node.dispose();
            jobs.clock().goOn(LEASE.plusSeconds(1));
        }

        now(jobs.node(new CountingKind()).runDue());

        assertThat(jobs.job(tenant, id).state()).isEqualTo(JobState.FAILED);
        assertThat(jobs.job(tenant, id).problem()).hasValue("JOB_ABANDONED");
        assertThat(jobs.marks(tenant)).isZero();
    }
}
