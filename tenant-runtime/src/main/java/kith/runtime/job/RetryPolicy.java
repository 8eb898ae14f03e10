package kith.runtime.job;

import java.time.Duration;

/**
 * How often and when a step that failed is tried again; each pause is twice the one before.
 *
 * @param attempts in a row without getting any further, the first included
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {

    /** Eight attempts within about an hour and a half. */
    public static final RetryPolicy STANDARD =
            new RetryPolicy(8, Duration.ofSeconds(30), Duration.ofHours(1));

    private static final int MOST_DOUBLINGS = 20;

    public RetryPolicy {
        if (attempts < 1 || firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("attempts begin at one, pauses grow");
        }
    }

    /** The pause after the attempt of that number, which counts from one. */
    Duration pauseAfter(int attempt) {
        Duration pause = firstPause.multipliedBy(1L << Math.clamp(attempt - 1, 0, MOST_DOUBLINGS));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
