package kith.embedded;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for processes that were asked to end. */
final class ProcessEnd {

    private ProcessEnd() {}

    /**
     * True as soon as it has ended. An interruption does not end the wait: whoever hurries us wants
     * children to end as much, and in order.
     */
    static boolean within(ProcessHandle process, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    process.onExit().get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                    return true;
                } catch (TimeoutException _) {
                    return false;
                } catch (ExecutionException failure) {
                    throw new IllegalStateException(failure);
                } catch (InterruptedException _) {
                    isInterrupted = true;
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
