package kith.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks again until a fact holds, for facts that nobody announces. */
public final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Waiting() {}

    /** True as soon as the fact holds, false if it does not within the limit. */
    public static boolean until(BooleanSupplier fact, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
