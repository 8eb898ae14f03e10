package kith.runtime.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import kith.metadata.problem.ProblemException;
import kith.runtime.tenant.Tenant;
import kith.runtime.tenant.TenantStatus;
import kith.script.Limits;
import kith.script.meter.Meter;
import org.junit.jupiter.api.Test;

class RuleWorkersTest {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final long SECONDS = 30;

    @Test
    void answersBusyWhereNoThreadTakesTheWorkInTime() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (RuleWorkers workers = new RuleWorkers(1, 1, SHORT)) {
            FutureTask<String> slow = occupy(workers, end);
            assertThatThrownBy(() -> workers.run(tenant(2), meter(), () -> "never"))
                    .isInstanceOf(ProblemException.class);
            end.countDown();
            assertThat(slow.get(SECONDS, TimeUnit.SECONDS)).isEqualTo("done");
            assertThat(workers.run(tenant(1), meter(), () -> "again")).isEqualTo("again");
        }
    }

    @Test
    void keepsTheTurnOfWorkWhoseCallerLeftUntilItsThreadLeavesItToo() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        try (RuleWorkers workers = new RuleWorkers(2, 1, SHORT)) {
            FutureTask<String> slow =
                    start(
                            workers,
                            () -> {
                                started.countDown();
                                awaitStubbornly(end);
                                left.countDown();
                                return "done";
                            });
            assertThat(started.await(SECONDS, TimeUnit.SECONDS)).isTrue();
            slow.cancel(/* mayInterruptIfRunning= */ true);
            assertThatThrownBy(() -> workers.run(tenant(1), meter(), () -> "too many"))
                    .isInstanceOf(ProblemException.class);
            end.countDown();
            assertThat(left.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void leavesNobodyWaitingWhenItCloses() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        RuleWorkers workers = new RuleWorkers(1, 1, Duration.ofSeconds(SECONDS));
        FutureTask<String> slow = occupy(workers, end);
        FutureTask<String> waiting =
                new FutureTask<>(() -> workers.run(tenant(2), meter(), () -> "never"));
        Thread.ofPlatform().daemon().start(waiting);
        while (workers.waiting() == 0) {
            Thread.onSpinWait();
        }
        workers.close();
        assertThatThrownBy(() -> waiting.get(SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CancellationException.class);
        end.countDown();
        assertThatThrownBy(() -> slow.get(SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> workers.run(tenant(1), meter(), () -> "closed"))
                .isInstanceOf(CancellationException.class);
    }

    private static FutureTask<String> occupy(RuleWorkers workers, CountDownLatch end)
            throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        FutureTask<String> slow =
                start(
                        workers,
                        () -> {
                            started.countDown();
                            end.await();
                            return "done";
                        });
        assertThat(started.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        return slow;
    }

    private static FutureTask<String> start(RuleWorkers workers, Callable<String> work) {
        FutureTask<String> task = new FutureTask<>(() -> workers.run(tenant(1), meter(), work));
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    private static void awaitStubbornly(CountDownLatch end) {
        while (end.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private static Meter meter() {
        return new Meter(Limits.synchronous());
    }

    private static Tenant tenant(int key) {
        return new Tenant(
                key,
                "acme" + key,
                "Acme",
                TenantStatus.ACTIVE,
                Currency.getInstance("EUR"),
                ZoneId.of("UTC"),
                Locale.ENGLISH);
    }
}
