package kith.metadata.codec;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** UUIDs of version 7: they sort by the millisecond in which they were made. */
public final class TimeOrderedIds implements Supplier<UUID> {

    private final Clock clock;
    private final RandomGenerator random;

    public TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID get() {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0xfffL);
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
