package kith.runtime.job;

import static kith.runtime.job.JobsFixture.now;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kith.runtime.access.Caller;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Jobs are done once, by whichever node is there, and by all tenants in turn. */
class JobEngineIT {

    private static RuntimeDatabase runtime;

    private JobsFixture jobs;
    private Tenant tenant;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("jobs");
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
    void doesAJobStepByStep() {
        UUID id = jobs.enqueue(tenant, 3);
        assertThat(jobs.job(tenant, id).state()).isEqualTo(JobState.WAITING);

        assertThat(now(jobs.node(new CountingKind()).runDue())).isEqualTo(1);

        JobInfo job = jobs.job(tenant, id);
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.progress()).isEqualTo(3);
        assertThat(job.total()).hasValue(3);
        assertThat(job.finishedAt()).hasValue(jobs.clock().instant());
        assertThat(jobs.marks(tenant)).isEqualTo(3);
    }

    @Test
    void takesOneStatementToClaimOneToTakeUpAndOneMoreForEachStep() {
        for (int number = 0; number < 4; number++) {
            jobs.enqueue(tenant, 1);
        }
        JobEngine node = jobs.node(5, 5, new CountingKind());
        runtime.statements().forget();

        assertThat(now(node.runDue())).isEqualTo(4);

        assertThat(runtime.statements().dataCount()).isEqualTo(1 + 4 * (1 + 2));
        runtime.statements().forget();
        assertThat(now(node.runDue())).isZero();
        assertThat(runtime.statements().dataCount()).isEqualTo(1);
    }

    @Test
    void commitsAJobWithWhatItFollows() {
        now(
                runtime.database()
                        .inTransaction(
                                TenantExpectation.anyStateOf(tenant.key()),
                                session ->
                                        jobs.jobs()
                                                .enqueue(
                                                        session,
                                                        Caller.platform(tenant),
                                                        new CountingKind(),
                                                        new CountingKind.Count(1))
                                                .then(
                                                        Mono.<UUID>error(
                                                                new IllegalStateException("no"))))
                        .onErrorReturn(new UUID(0, 0)));

        assertThat(jobs.jobs(tenant)).isEmpty();
    }

    @Test
    void doesEveryJobOnceOnTwoNodes() throws InterruptedException {
        List<Tenant> tenants = Stream.generate(jobs::tenant).limit(5).toList();
        CountDownLatch done = new CountDownLatch(100);
        CountingKind kind = new CountingKind(run -> Mono.fromRunnable(done::countDown));
        for (Tenant each : tenants) {
            IntStream.range(0, 20).forEach(_ -> jobs.enqueue(each, 1));
        }
        try (JobEngine one = jobs.node(kind);
                JobEngine other = jobs.node(kind)) {
            one.start();
            other.start();
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
            Mono.defer(() -> Mono.just(tenants.stream().mapToInt(jobs::marks).sum()))
                    .filter(marks -> marks == 100)
                    .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(20)))
                    .block(Duration.ofSeconds(20));
        }

        assertThat(tenants)
                .allSatisfy(each -> {
                    assertThat(jobs.marks(each)).isEqualTo(20);
                    assertThat(jobs.jobs(each)).allMatch(job -> job.problem().isEmpty());
                });
    }

    @Test
    void servesTenantsInTurnHoweverManyJobsOneHas() {
        runtime.asOwner(
                tenant,
                """
                insert into work (tenant, job, kind, recurring, state, due_at, created_at)
                select %1$d, gen_random_uuid(), 'test.count', false, 'WAITING', '2026-01-01', '2026-01-01'
                from generate_series(1, 10000);
                insert into job (tenant, id, payload) select tenant, job, '{"steps": 1}' from work
                where tenant = %1$d;
                """
                        .formatted(tenant.key()));
        Tenant small = jobs.tenant();
        Tenant other = jobs.tenant();
        UUID first = jobs.enqueue(small, 1);
        UUID second = jobs.enqueue(other, 1);
        JobEngine node = jobs.node(3, 2, new CountingKind());

        assertThat(now(node.runDue())).isEqualTo(3);

        assertThat(jobs.job(small, first).state()).isEqualTo(JobState.DONE);
        assertThat(jobs.job(other, second).state()).isEqualTo(JobState.DONE);
        assertThat(jobs.marks(tenant)).isEqualTo(1);
    }

    @Test
    void servesTenantsInTurnWithASinglePlace() {
        Tenant other = jobs.tenant();
        IntStream.range(0, 5).forEach(_ -> jobs.enqueue(tenant, 1));
        UUID id = jobs.enqueue(other, 1);
        JobEngine node = jobs.node(1, 1, new CountingKind());

        now(node.runDue());
        now(node.runDue());

        assertThat(jobs.job(other, id).state()).isEqualTo(JobState.DONE);
        IntStream.range(0, 4).forEach(_ -> now(node.runDue()));
        assertThat(jobs.marks(tenant)).isEqualTo(5);
    }

    @Test
    void doesOnlySoManyJobsOfATenantAtTheSameTimeOnAllNodes() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(2);
        Sinks.Empty<Void> gate = Sinks.empty();
        CountingKind kind =
                new CountingKind(_ -> {
                    begun.countDown();
                    return gate.asMono();
                });
        IntStream.range(0, 6).forEach(_ -> jobs.enqueue(tenant, 1));
        CompletableFuture<@Nullable Integer> first = jobs.node(kind).runDue().toFuture();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(now(jobs.node(kind).runDue())).isZero();

        gate.tryEmitEmpty().orThrow();
        assertThat(first.join()).isEqualTo(2);
        assertThat(now(jobs.node(kind).runDue())).isEqualTo(2);
    }

    @Test
    void keepsTheLimitOfATenantWhenNodesComeTogether() {
        IntStream.range(0, 40).forEach(_ -> jobs.enqueue(tenant, 1));
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountingKind kind =
                new CountingKind(_ ->
                        Mono.<Void>fromRunnable(() ->
                                        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max))
                                .then(Mono.delay(Duration.ofMillis(30)).then())
                                .doFinally(_ -> atOnce.decrementAndGet()));
        List<JobEngine> nodes = Stream.generate(() -> jobs.node(kind)).limit(4).toList();

        Flux.fromIterable(nodes)
                .flatMap(node -> node.runDue().repeat(9))
                .reduce(0, Integer::sum)
                .block(Duration.ofSeconds(60));

        assertThat(most).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void leavesASuspendedTenantAlone() {
        UUID id = jobs.enqueue(tenant, 1);
        runtime.asOwner(
                tenant, "update tenant set status = 'SUSPENDED' where key = " + tenant.key());
        JobEngine node = jobs.node(new CountingKind());

        now(node.runDue());

        assertThat(jobs.marks(tenant)).isZero();
        assertThat(now(node.runDue())).isZero();
        runtime.asOwner(tenant, "update tenant set status = 'ACTIVE' where key = " + tenant.key());
        jobs.clock().goOn(Duration.ofMinutes(6));
        assertThat(now(node.runDue())).isEqualTo(1);
        assertThat(jobs.job(tenant, id).state()).isEqualTo(JobState.DONE);
        assertThat(jobs.marks(tenant)).isEqualTo(1);
    }

    @Test
    void forgetsTheWorkOfATenantThatIsGone() {
        jobs.enqueue(tenant, 1);
        runtime.asOwner(tenant, "delete from tenant where key = " + tenant.key());

        now(jobs.node(new CountingKind()).runDue());

        assertThat(runtime.asOwner(tenant, "select count(*) from work")).isEqualTo("0");
    }

    @Test
    void leavesKindsThatItDoesNotKnowToOtherNodes() {
        jobs.enqueue(tenant, 1);

        assertThat(now(jobs.node(new FinishedJobs(jobs.clock())).runDue())).isZero();
        assertThat(now(jobs.node(new CountingKind()).runDue())).isEqualTo(1);
    }

    @Test
    void repeatsWhatComesBackForEveryTenant() {
        JobEngine node = jobs.node(100, 2, new FinishedJobs(jobs.clock()));
        Tenant other = jobs.tenant();
        node.addRecurring().block();
        node.addRecurring().block();
        assertThat(jobs.jobs(tenant)).hasSize(1).allMatch(JobInfo::isRecurring);
        assertThat(jobs.jobs(other)).hasSize(1);
        UUID old = jobs.enqueue(tenant, 1);
        now(jobs.node(new CountingKind()).runDue());

        jobs.clock().goOn(FinishedJobs.KEPT.plusSeconds(1));
        now(node.runDue());

        JobInfo job = jobs.jobs(tenant).getFirst();
        assertThat(jobs.jobs(tenant)).hasSize(1).noneMatch(each -> each.id().equals(old));
        assertThat(job.state()).isEqualTo(JobState.WAITING);
        assertThat(job.progress()).isEqualTo(1);
        assertThat(job.dueAt()).isEqualTo(jobs.clock().instant().plus(Duration.ofHours(6)));
        assertThat(
                        runtime.asOwner(
                                tenant, "select count(*) from job where id = '%s'".formatted(old)))
                .isEqualTo("0");
        jobs.clock().goOn(Duration.ofHours(6));
        now(node.runDue());
        assertThat(jobs.jobs(tenant).getFirst().progress()).isZero();
        assertThat(jobs.jobs(tenant).getFirst().total()).isEmpty();
    }
}
