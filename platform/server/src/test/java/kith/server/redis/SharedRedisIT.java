package kith.server.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import kith.embedded.testing.TestServices;
import kith.runtime.tenant.Tenant;
import kith.runtime.tenant.TenantStatus;
import kith.server.identity.BrowserSession;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import reactor.core.Disposable;
import tools.jackson.databind.json.JsonMapper;

class SharedRedisIT {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Tenant TENANT =
            new Tenant(
                    7,
                    "seven",
                    "Seven",
                    TenantStatus.ACTIVE,
                    Currency.getInstance("EUR"),
                    ZoneId.of("UTC"),
                    Locale.ENGLISH);

    private final RedissonClient client =
            RedisConnection.open(URI.create(TestServices.redis().url()));
    private final SharedRedis ours = installation();
    private final SharedRedis others = installation();

    @AfterEach
    void close() {
        client.shutdown();
    }

    @Test
    void keepsTheAnnouncementsOfInstallationsApart() {
        RedisCatalogAnnouncer announcer = new RedisCatalogAnnouncer(ours);
        List<Long> heard = new CopyOnWriteArrayList<>();
        List<Long> heardElsewhere = new CopyOnWriteArrayList<>();
        Disposable listening = announcer.listen((_, version) -> heard.add(version));
        Disposable elsewhere =
                new RedisCatalogAnnouncer(others)
                        .listen((_, version) -> heardElsewhere.add(version));

        // Listening begins a little after it was asked for, so the first may be missed.
        TestServer.await(
                "the announcement",
                LIMIT,
                () -> {
                    announcer.announce(TENANT, 3).block(LIMIT);
                    return heard.contains(3L);
                });
        TestServer.await(
                "the other announcement",
                LIMIT,
                () -> {
                    new RedisCatalogAnnouncer(others).announce(TENANT, 4).block(LIMIT);
                    return heardElsewhere.contains(4L);
                });

        assertThat(heard).doesNotContain(4L);
        assertThat(heardElsewhere).doesNotContain(3L);
        listening.dispose();
        elsewhere.dispose();
    }

    @Test
    void keepsTheSessionsOfInstallationsApart() {
        BrowserSession session =
                new BrowserSession("csrf", "access", Instant.MAX, "refresh", Instant.MAX, "id");
        store(ours).put("key", session, Duration.ofMinutes(1)).block(LIMIT);
        assertThat(store(ours).find("key").blockOptional(LIMIT)).isPresent();
        assertThat(store(others).find("key").blockOptional(LIMIT)).isEmpty();
    }

    @Test
    void keepsTheCountsOfInstallationsApart() {
        try (RedisRequestCounts counts = new RedisRequestCounts(ours);
                RedisRequestCounts elsewhere = new RedisRequestCounts(others)) {
            counts.count(TENANT);
            counts.count(TENANT);
            counts.flush().block(LIMIT);
            assertThat(counts.total(TENANT).block(LIMIT)).isEqualTo(2);
            assertThat(elsewhere.total(TENANT).block(LIMIT)).isZero();
        }
    }

    private static RedisSessionStore store(SharedRedis redis) {
        return new RedisSessionStore(redis, new JsonMapper());
    }

    private SharedRedis installation() {
        return new SharedRedis(client.reactive(), UUID.randomUUID().toString());
    }
}
