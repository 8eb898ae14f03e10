package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordIdsTest {

    private static final Instant NOW = Instant.parse("2026-07-04T12:30:00.120Z");

    @Test
    void carriesTheTimeInFront() {
        UUID id = ids(NOW).next();

        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
        assertThat(RecordIds.isWellFormed(id)).isTrue();
    }

    @Test
    void growsStrictlyWithinAMillisecond() {
        RecordIds ids = ids(NOW);
        List<String> made = new ArrayList<>();
        for (int count = 0; count < 10_000; count++) {
            made.add(ids.next().toString());
        }

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void refusesUuidsOfOtherVersions() {
        assertThat(RecordIds.isWellFormed(UUID.randomUUID())).isFalse();
        assertThat(RecordIds.isWellFormed(new UUID(0, 0))).isFalse();
        assertThat(RecordIds.isWellFormed(new UUID(0x7000L, 0))).isFalse();
    }

    private static RecordIds ids(Instant now) {
        return new RecordIds(Clock.fixed(now, ZoneOffset.UTC), new Random(1));
    }
}
