package kith.bench.load;

import java.time.Duration;
import java.util.Arrays;

/** What came of a load. */
public final class LoadResult {

    private final Duration elapsed;
    private final long[] micros;
    private final long failures;
    private final long bytes;

    /**
     * @param micros the time of each answer
     * @param failures answers that were errors, and connections that broke
     * @param bytes of all bodies
     */
    public LoadResult(Duration elapsed, long[] micros, long failures, long bytes) {
        this.elapsed = elapsed;
        this.micros = micros.clone();
        Arrays.sort(this.micros);
        this.failures = failures;
        this.bytes = bytes;
    }

    public int count() {
        return micros.length;
    }

    public long failures() {
        return failures;
    }

    public long bytes() {
        return bytes;
    }

    public double perSecond() {
        return count() / (elapsed.toNanos() / 1e9);
    }

    /** The time within which this share of the answers came. */
    public double milliseconds(double share) {
        if (micros.length == 0) {
            return 0;
        }
        int index = (int) Math.floor(micros.length * share);
        return micros[Math.min(micros.length - 1, index)] / 1000.0;
    }
}
