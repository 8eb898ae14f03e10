package kith.script.meter;

/**
 * What is left of the limits of a transaction, so that it can be carried to where its next rule
 * runs and back.
 *
 * @param wallNanos of the time, in nanoseconds; the clock of whoever runs the rule
 */
public record Remaining(
        long fuel,
        long allocationBytes,
        long wallNanos,
        int queries,
        int queryRows,
        int writes,
        int logLines) {

    /** The lesser of each: what one side says can only take away. */
    Remaining atMost(Remaining other) {
        return new Remaining(
                least(fuel, other.fuel),
                least(allocationBytes, other.allocationBytes),
                least(wallNanos, other.wallNanos),
                (int) least(queries, other.queries),
                (int) least(queryRows, other.queryRows),
                (int) least(writes, other.writes),
                (int) least(logLines, other.logLines));
    }

    private static long least(long one, long other) {
        return Math.max(0, Math.min(one, other));
    }
}
