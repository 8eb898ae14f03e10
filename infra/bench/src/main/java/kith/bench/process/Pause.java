package kith.bench.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets time pass. */
public final class Pause {

    private Pause() {}

    public static void of(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted");
            }
        }
    }
}
