package kith.script.process;

import java.time.Duration;

/** Ends the process where a rule overstays. The host does it first, unless it has gone. */
final class Overstay implements Runnable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final long NEVER = Long.MAX_VALUE;

    private final long origin = System.nanoTime();
    private volatile long end = NEVER;

    void begin(long wallNanos) {
        end = System.nanoTime() - origin + wallNanos + GRACE.toNanos();
    }

    void end() {
        end = NEVER;
    }

    @Override
    public void run() {
        try {
            while (System.nanoTime() - origin <= end) {
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException _) {
            // Nobody interrupts this thread; if somebody does, it is over as well.
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
