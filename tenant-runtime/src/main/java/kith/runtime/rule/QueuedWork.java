package kith.runtime.rule;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work on its way to a rule's thread and on it. Its turn ends when the thread is done with it, not
 * when its caller stops waiting.
 */
final class QueuedWork<T> extends FutureTask<T> {

    private final Semaphore turns;
    private final AtomicBoolean isClaimed = new AtomicBoolean();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Work that holds one of the turns and gives it back. */
    QueuedWork(Callable<T> work, Semaphore turns) {
        super(work);
        this.turns = turns;
    }

    @Override
    public void run() {
        started.countDown();
        try {
            if (isClaimed.compareAndSet(false, true)) {
                super.run();
            }
        } finally {
            end();
        }
    }

    /** Waits until a thread takes the work; false takes it back from the queue for good. */
    boolean startsWithin(Duration patience) throws InterruptedException {
        if (started.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        return !isClaimed.compareAndSet(false, true);
    }

    /** Ends work that no thread will ever take. */
    void drop() {
        if (isClaimed.compareAndSet(false, true)) {
            cancel(/* mayInterruptIfRunning= */ false);
            started.countDown();
            end();
        }
    }

    /** Interrupts the work and gives its thread a while to leave it. */
    void stop(Duration patience) throws InterruptedException {
        cancel(/* mayInterruptIfRunning= */ true);
        if (!isClaimed.compareAndSet(false, true)) {
            ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void end() {
        if (ended.getCount() > 0) {
            ended.countDown();
            turns.release();
        }
    }
}
