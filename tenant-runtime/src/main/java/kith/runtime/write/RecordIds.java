package kith.runtime.write;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes ids of records: UUIDs of version 7 (RFC 9562), ordered by the time at which they were made.
 * Those of one instance grow strictly, also within a millisecond and while the clock goes
 * backwards: the 12 bits behind the milliseconds count, and overflow into them.
 */
public final class RecordIds {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long RANDOM_MASK = (1L << 62) - 1;

    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    public RecordIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new id. */
    public UUID next() {
        long now = clock.millis() << COUNTER_BITS;
        long moment = last.updateAndGet(before -> Math.max(before + 1, now));
        long high = (moment >>> COUNTER_BITS) << 16 | 7L << COUNTER_BITS | (moment & COUNTER_MASK);
        long low = 1L << 63 | (random.nextLong() & RANDOM_MASK);
        return new UUID(high, low);
    }

    /** Whether an id that a caller chose has the right form. */
    public static boolean isWellFormed(UUID id) {
        return id.version() == 7 && id.variant() == 2;
    }
}
