package kith.server.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import kith.embedded.testing.TestServices;
import kith.server.limit.Totals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;

class RedisSpendingIT {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final RedissonClient client =
            RedisConnection.open(URI.create(TestServices.redis().url()));
    private final SharedRedis redis =
            new SharedRedis(client.reactive(), UUID.randomUUID().toString());
    private final RedisSpending spending = new RedisSpending(redis);

    @AfterEach
    void close() {
        client.shutdown();
    }

    @Test
    void addsUpWhatNodesSpentInAMinuteAndRemembersTheOneBefore() {
        assertThat(exchange(7, Map.of("a", 5L, "b", 1L)))
                .isEqualTo(Map.of("a", new Totals(7, 5, 0), "b", new Totals(7, 1, 0)));
        assertThat(exchange(7, Map.of("a", 3L))).isEqualTo(Map.of("a", new Totals(7, 8, 0)));
        assertThat(exchange(8, Map.of("a", 2L, "b", 0L)))
                .isEqualTo(Map.of("a", new Totals(8, 2, 8), "b", new Totals(8, 0, 1)));
        assertThat(exchange(10, Map.of("a", 0L))).isEqualTo(Map.of("a", new Totals(10, 0, 0)));
    }

    @Test
    void leavesNothingBehind() {
        exchange(7, Map.of("a", 5L));
        assertThat(client.getKeys().getKeysStream().filter(key -> key.contains("spent:7")))
                .allSatisfy(key -> assertThat(client.getKeys().remainTimeToLive(key)).isPositive());
    }

    private Map<String, Totals> exchange(long minute, Map<String, Long> spent) {
        return spending.exchange(minute, spent).blockOptional(LIMIT).orElseThrow();
    }
}
