package kith.runtime.job;

import static kith.runtime.job.JobsFixture.LEASE;
import static kith.runtime.job.JobsFixture.now;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A step counts only under its lease, so a job goes on elsewhere where its node ends. */
class JobLeasesIT {

    private static RuntimeDatabase runtime;

    private JobsFixture jobs;
    private Tenant tenant;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("job_leases");
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
    void goesOnWhereANodeEnded() throws InterruptedException {
        CountDownLatch inThird = new CountDownLatch(1);
        JobEngine first =
                jobs.node(
                        new CountingKind(run -> {
                            if (run.progress() == 2) {
                                inThird.countDown();
                                return Mono.never();
                            }
                            return Mono.empty();
                        }));
        UUID id = jobs.enqueue(tenant, 5);
        Disposable node = first.runDue().subscribe();
        assertThat(inThird.await(20, TimeUnit.SECONDS)).isTrue();
        node.dispose();
        JobEngine second = jobs.node(new CountingKind());

        assertThat(now(second.runDue())).isZero();
        jobs.clock().goOn(LEASE.plusSeconds(1));
        assertThat(now(second.runDue())).isEqualTo(1);

        assertThat(jobs.job(tenant, id).state()).isEqualTo(JobState.DONE);
        assertThat(jobs.job(tenant, id).progress()).isEqualTo(5);
        assertThat(jobs.marks(tenant)).isEqualTo(5);
    }

    @Test
    void undoesTheStepOfANodeThatDoesNotKnowThatItLostTheJob() throws InterruptedException {
        CountDownLatch inSecond = new CountDownLatch(1);
        Sinks.Empty<Void> gate = Sinks.empty();
        JobEngine slow =
                jobs.node(
                        new CountingKind(run -> {
                            if (run.progress() == 1) {
                                inSecond.countDown();
                                return gate.asMono();
                            }
                            return Mono.empty();
                        }));
        UUID id = jobs.enqueue(tenant, 3);
        CompletableFuture<@Nullable Integer> slowly = slow.runDue().toFuture();
        assertThat(inSecond.await(20, TimeUnit.SECONDS)).isTrue();
        jobs.clock().goOn(LEASE.plusSeconds(1));
        JobEngine quick =
                jobs.node(
                        new CountingKind(run ->
                                run.progress() == 2
                                        ? Mono.fromRunnable(() -> {
                                            gate.tryEmitEmpty().orThrow();
                                            slowly.join();
                                        })
                                        : Mono.empty()));

        assertThat(now(quick.runDue())).isEqualTo(1);

        assertThat(jobs.job(tenant, id).state()).isEqualTo(JobState.DONE);
        assertThat(jobs.marks(tenant)).isEqualTo(3);
    }

    @Test
    void undoesAStepWhoseLeaseWasLostBeforeItsEnd() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Sinks.Empty<Void> gate = Sinks.empty();
        JobEngine slow =
                jobs.node(
                        new CountingKind(_ -> {
                            begun.countDown();
                            return gate.asMono();
                        }));
        UUID id = jobs.enqueue(tenant, 2);
        CompletableFuture<@Nullable Integer> slowly = slow.runDue().toFuture();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        runtime.asOwner(tenant, "update work set leased_by = gen_random_uuid()");

        gate.tryEmitEmpty().orThrow();
        slowly.join();

        assertThat(jobs.marks(tenant)).isZero();
        assertThat(jobs.job(tenant, id).progress()).isZero();
        assertThat(jobs.job(tenant, id).problem()).isEmpty();
    }

    @Test
    void keepsAJobThatTakesLongerThanItsLease() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Sinks.Empty<Void> gate = Sinks.empty();
        JobEngine slow =
                jobs.node(
                        new CountingKind(_ -> {
                            begun.countDown();
                            return gate.asMono();
                        }));
        jobs.enqueue(tenant, 1);
        CompletableFuture<@Nullable Integer> slowly = slow.runDue().toFuture();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        JobEngine other = jobs.node(new CountingKind());

        for (int round = 0; round < 3; round++) {
            jobs.clock().goOn(LEASE.minusSeconds(1));
            slow.renew().block();
            assertThat(now(other.runDue())).isZero();
        }
        gate.tryEmitEmpty().orThrow();

        assertThat(slowly.join()).isEqualTo(1);
        assertThat(jobs.marks(tenant)).isEqualTo(1);
    }

    @Test
    void stopsAJobThatBecameAnotherNodesWhenItRenews() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        JobEngine slow =
                jobs.node(
                        new CountingKind(_ -> {
                            begun.countDown();
                            return Mono.never();
                        }));
        jobs.enqueue(tenant, 1);
        CompletableFuture<@Nullable Integer> slowly = slow.runDue().toFuture();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        jobs.clock().goOn(LEASE.plusSeconds(1));
        now(jobs.node(new CountingKind()).runDue());

        slow.renew().block();

        assertThat(slowly).succeedsWithin(Duration.ofSeconds(20));
        assertThat(jobs.marks(tenant)).isEqualTo(1);
    }

    @Test
    void letsOthersGoOnAtOnceWhenItIsClosed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        JobEngine first =
                jobs.node(
                        new CountingKind(_ -> {
                            begun.countDown();
                            return Mono.never();
                        }));
        UUID id = jobs.enqueue(tenant, 2);
        first.start();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        first.close();

        assertThat(now(jobs.node(new CountingKind()).runDue())).isEqualTo(1);
        assertThat(jobs.job(tenant, id).state()).isEqualTo(JobState.DONE);
    }
}
