package kith.script;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
 * @param writes other records written
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
                20_000_000,
                Duration.ofSeconds(5),
                128 * MEBIBYTE,
                100,
                16,
                100,
                50_000,
                10_000,
                500);
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
                10_000,
                2_500);
    }

    /** These limits with another number, by its name; the time is in milliseconds. */
    public Limits with(String name, long number) {
        Map<String, Long> numbers = numbers();
        if (numbers.replace(name, number) == null) {
            throw new IllegalArgumentException(
                    "there is no limit %s, only %s".formatted(name, numbers.keySet()));
        }
        return of(numbers);
    }

    public Limits withFuel(long newFuel) {
        return with("fuel", newFuel);
    }

    public Limits withWallTime(Duration newWallTime) {
        return with("wallTime", newWallTime.toMillis());
    }

    /** The name of a limit that is larger than the same limit there. */
    public Optional<String> firstBeyond(Limits bounds) {
        Map<String, Long> most = bounds.numbers();
        return numbers().entrySet().stream()
                .filter(number -> number.getValue() > most.getOrDefault(number.getKey(), 0L))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All of them by name, the time in milliseconds. */
    public Map<String, Long> numbers() {
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("fuel", fuel);
        numbers.put("wallTime", wallTime.toMillis());
        numbers.put("allocationBytes", allocationBytes);
        numbers.put("callDepth", (long) callDepth);
        numbers.put("ruleNesting", (long) ruleNesting);
        numbers.put("queries", (long) queries);
        numbers.put("queryRows", (long) queryRows);
        numbers.put("writes", (long) writes);
        numbers.put("logLines", (long) logLines);
        return numbers;
    }

    private static Limits of(Map<String, Long> numbers) {
        Iterator<Long> next = numbers.values().iterator();
        return new Limits(
                next.next(),
                Duration.ofMillis(next.next()),
                next.next(),
                Math.toIntExact(next.next()),
                Math.toIntExact(next.next()),
                Math.toIntExact(next.next()),
                Math.toIntExact(next.next()),
                Math.toIntExact(next.next()),
                Math.toIntExact(next.next()));
    }
}
