package kith.server.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import kith.embedded.testing.TestServices;
import kith.runtime.tenant.Tenant;
import kith.runtime.tenant.TenantStatus;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import reactor.core.Disposable;

/**
 * What nodes tell each other over Redis: whatever it is about, it names its tenant and reaches only
 * who waits for that one. The seed is told on failure and taken from {@code -Dkith.isolation.seed}.
 */
class TenantSignalsIT {

    private static final long SEED =
            Long.getLong("kith.isolation.seed", RandomGenerator.getDefault().nextInt(1_000_000));
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int TENANTS = 40;
    private static final int LAST = 1_000_000;

    private final Random random = new Random(SEED);
    private final String installation = UUID.randomUUID().toString();
    private final RedissonClient client =
            RedisConnection.open(URI.create(TestServices.redis().url()));
    private final SharedRedis redis = new SharedRedis(client.reactive(), installation);

    /** Keys whose texts begin or contain each other. */
    private final List<Tenant> tenants =
            IntStream.range(0, TENANTS)
                    .mapToObj(_ -> tenant(1 + random.nextInt(300)))
                    .distinct()
                    .toList();

    @BeforeEach
    void start(TestReporter reporter) {
        reporter.publishEntry("kith.isolation.seed", String.valueOf(SEED));
    }

    @AfterEach
    void close() {
        client.shutdown();
    }

    @Test
    void signalsChangesOfTheTenantsAloneThatWereWrittenTo() {
        Set<Integer> written = new HashSet<>();
        Set<Integer> heard = ConcurrentHashMap.newKeySet();
        List<String> messages = messages("changes");
        try (RedisChangeSignals writer = signals().start(_ -> {});
                RedisChangeSignals listener = signals().start(heard::add)) {
            TestServer.await("both to hear", LIMIT, () -> writer.areHeard() && listener.areHeard());
            for (Tenant tenant : tenants) {
                if (random.nextBoolean()) {
                    writer.written(tenant);
                    written.add(tenant.key());
                }
            }
            TestServer.await("the signals", LIMIT, () -> heard.containsAll(written));
            writer.written(tenant(LAST));
            written.add(LAST);
            TestServer.await("the last signal", LIMIT, () -> heard.contains(LAST));
        }

        assertThat(heard).as("Seed %d", SEED).isEqualTo(written);
        assertThat(messages).allMatch(message -> message.matches("beat .*|[0-9]+( [0-9]+)*"));
    }

    @Test
    void announcesCatalogsUnderTheTenantsThatTheyAreOf() {
        RedisCatalogAnnouncer announcer = new RedisCatalogAnnouncer(redis);
        Map<Integer, Long> announced = new HashMap<>();
        Map<Integer, Long> heard = new ConcurrentHashMap<>();
        Disposable listening = announcer.listen(heard::put);
        TestServer.await(
                "the listener",
                LIMIT,
                () -> {
                    announcer.announce(tenant(LAST), 1).block(LIMIT);
                    return heard.containsKey(LAST);
                });
        announced.put(LAST, 1L);
        for (Tenant tenant : tenants) {
            if (random.nextBoolean()) {
                long version = random.nextLong(1, 1_000);
                announcer.announce(tenant, version).block(LIMIT);
                announced.put(tenant.key(), version);
            }
        }
        TestServer.await("the announcements", LIMIT, () -> heard.size() >= announced.size());
        listening.dispose();

        assertThat(heard).as("Seed %d", SEED).isEqualTo(announced);
    }

    @Test
    void countsTheRequestsOfEachTenantByItself() {
        Map<Tenant, Long> counted = new HashMap<>();
        try (RedisRequestCounts counts = new RedisRequestCounts(redis);
                RedisRequestCounts elsewhere = new RedisRequestCounts(redis)) {
            for (int number = 0; number < 200; number++) {
                Tenant tenant = tenants.get(random.nextInt(tenants.size()));
                (random.nextBoolean() ? counts : elsewhere).count(tenant);
                counted.merge(tenant, 1L, Long::sum);
            }
            counts.flush().block(LIMIT);
            elsewhere.flush().block(LIMIT);
            for (Tenant tenant : tenants) {
                assertThat(counts.total(tenant).block(LIMIT))
                        .as("Seed %d, %s", SEED, tenant)
                        .isEqualTo(counted.getOrDefault(tenant, 0L));
            }
        }
        assertThat(
                        client.getMap("kith:" + installation + ":requests", StringCodec.INSTANCE)
                                .keySet())
                .allMatch(key -> key.toString().matches("[0-9]+"));
    }

    /** All that goes over a topic from now on, as Redis itself tells it. */
    private List<String> messages(String topic) {
        List<String> messages = new CopyOnWriteArrayList<>();
        client.getTopic("kith:" + installation + ":" + topic, StringCodec.INSTANCE)
                .addListener(String.class, (_, message) -> messages.add(message));
        return messages;
    }

    private RedisChangeSignals signals() {
        return new RedisChangeSignals(redis, Clock.systemUTC());
    }

    private static Tenant tenant(int key) {
        return new Tenant(
                key,
                "t" + key,
                "T" + key,
                TenantStatus.ACTIVE,
                Currency.getInstance("EUR"),
                ZoneId.of("UTC"),
                Locale.ENGLISH);
    }
}
