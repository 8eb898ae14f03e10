package kith.script;

import java.time.Duration;

/**
 * What the rules of one transaction may spend together.
 *
 * @param fuel steps; the same rule on the same data spends the same
 * @param wallTime the backstop behind the fuel
 * @param allocationBytes bytes allocated in all, counted at fixed sizes
 * @param callDepth methods and closures of a rule within each other
 * @param ruleNesting rules that set off one another
 * @param queries calls that read other records
 * @param queryRows records read by them
 * @param writes calls that write other records
 * @param logLines lines kept of the log; more are dropped
 */
public record Limits(
        long fuel,
        Duration wallTime,
        long allocationBytes,
        int callDepth,
        int ruleNesting,
        int queries,
        int queryRows,
        int writes,
        int logLines) {

    private static final long MEBIBYTE = 1L << 20;

    public Limits {
        if (fuel < 1
                || wallTime.isNegative()
                || wallTime.isZero()
                || allocationBytes < 1
                || callDepth < 1
                || callDepth > 100
                || ruleNesting < 1
                || queries < 0
                || queryRows < 0
                || writes < 0
                || logLines < 0) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    /** For rules that somebody waits for. */
    public static Limits synchronous() {
        return new Limits(
                20_000_000, Duration.ofSeconds(5), 128 * MEBIBYTE, 100, 16, 100, 50_000, 150, 500);
    }

    /** For jobs and workflows. */
    public static Limits asynchronous() {
        return new Limits(
                200_000_000,
                Duration.ofSeconds(60),
                512 * MEBIBYTE,
                100,
                16,
                200,
                50_000,
                150,
                2_500);
    }

    public Limits withFuel(long newFuel) {
        return new Limits(
                newFuel,
                wallTime,
                allocationBytes,
                callDepth,
                ruleNesting,
                queries,
                queryRows,
                writes,
                logLines);
    }

    public Limits withWallTime(Duration newWallTime) {
        return new Limits(
                fuel,
                newWallTime,
                allocationBytes,
                callDepth,
                ruleNesting,
                queries,
                queryRows,
                writes,
                logLines);
    }
}
