package kith.runtime.rule;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.tenant.Tenant;
import kith.script.meter.Meter;

/**
 * The threads that rules run on: few platform threads (allocation is metered per platform thread)
 * with a stack for the depth that rules may reach. One tenant gets at most its share of them, so
 * that slow rules of one do not keep the others waiting.
 */
public final class RuleWorkers implements AutoCloseable {

    private static final long STACK_BYTES = 4L << 20;

    private final ThreadPoolExecutor threads;
    private final int share;
    private final Duration patience;
    private final Map<Integer, Semaphore> tenants = new ConcurrentHashMap<>();

    /**
     * @param size how many rules run at a time
     * @param share how many of them one tenant's
     * @param patience how long a write waits for its turn
     */
    public RuleWorkers(int size, int share, Duration patience) {
        AtomicInteger count = new AtomicInteger();
        this.threads =
                new ThreadPoolExecutor(
                        size,
                        size,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> {
                            Thread thread =
                                    new Thread(
                                            null,
                                            task,
                                            "kith-rule-" + count.incrementAndGet(),
                                            STACK_BYTES);
                            thread.setDaemon(true);
                            return thread;
                        });
        this.share = share;
        this.patience = patience;
    }

    /**
     * Runs the work on a worker and waits for it. Work that a rule sets off stays on its thread.
     * When the waiting thread is interrupted the meter stops the rule.
     *
     * @throws CancellationException once closed, whether the work waited or came too late
     */
    <T> T run(Tenant tenant, Meter meter, Callable<T> work) {
        try {
            if (Meter.running() != null) {
                return work.call();
            }
            Semaphore turns =
                    tenants.computeIfAbsent(tenant.key(), _ -> new Semaphore(share, true));
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
            QueuedWork<T> queued = new QueuedWork<>(work, turns);
            try {
                threads.execute(queued);
            } catch (RejectedExecutionException _) {
                queued.drop();
                throw new CancellationException("The rule workers are shut down");
            }
            return awaited(queued, meter);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The write was cancelled", interrupted);
        } catch (Exception failure) {
            throw new IllegalStateException("A rule worker failed", failure);
        }
    }

    /** Stops the rules that run; whoever waits for its turn gets an error. */
    @Override
    public void close() {
        threads.shutdownNow()
                .forEach(waiting -> {
                    if (waiting instanceof QueuedWork<?> queued) {
                        queued.drop();
                    }
                });
    }

    /** How much work waits for a thread. */
    int waiting() {
        return threads.getQueue().size();
    }

    private <T> T awaited(QueuedWork<T> queued, Meter meter) throws InterruptedException {
        try {
            if (!queued.startsWithin(patience)) {
                throw busy();
            }
            return queued.get();
        } catch (InterruptedException interrupted) {
            meter.cancel();
            // The write's transaction is the caller's: nothing may go on using it.
            queued.stop(patience);
            throw interrupted;
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default ->
                        throw new IllegalStateException("A rule worker failed", failed);
            }
        }
    }

    private static ProblemException busy() {
        return new ProblemException(
                Problem.of(
                                RuleProblem.RULES_BUSY,
                                "The rules of this tenant are still at work on other requests")
                        .hint("Try again, or send fewer writes at a time"));
    }
}
