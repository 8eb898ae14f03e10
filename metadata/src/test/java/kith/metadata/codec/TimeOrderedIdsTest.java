package kith.metadata.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void makesDifferentIdsOfVersionSeven() {
        TimeOrderedIds ids = at(NOON);

        assertThat(Stream.generate(ids).limit(1_000).distinct())
                .hasSize(1_000)
                .allMatch(id -> id.version() == 7 && id.variant() == 2);
    }

    @Test
    void sortsIdsByTheirTime() {
        UUID earlier = at(NOON).get();
        UUID later = at(NOON.plusMillis(1)).get();

        assertThat(earlier.toString()).isLessThan(later.toString());
        assertThat(earlier.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    private static TimeOrderedIds at(Instant time) {
        return new TimeOrderedIds(Clock.fixed(time, ZoneOffset.UTC), new Random(1));
    }
}
