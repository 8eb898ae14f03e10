package kith.server.redis;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;

/** Connects to Redis. */
public final class RedisConnection {

    private static final int COMMAND_LIMIT_MILLIS = 1_000;
    private static final int CONNECT_LIMIT_MILLIS = 3_000;
    private static final Duration RETRY_DELAY = Duration.ofMillis(100);
    private static final int CONNECTIONS = 16;

    private RedisConnection() {}

    /**
     * A client of the Redis at {@code redis://user:password@host:port/database}. Commands fail soon
     * where Redis is lost: whoever needs it degrades, and nobody waits.
     */
    public static RedissonClient open(URI address) {
        Config config = new Config();
        config.setCodec(StringCodec.INSTANCE);
        config.setThreads(2);
        config.setNettyThreads(2);
        logIn(config, address.getRawUserInfo());
        config.useSingleServer()
                .setAddress(place(address))
                .setDatabase(database(address))
                .setTimeout(COMMAND_LIMIT_MILLIS)
                .setConnectTimeout(CONNECT_LIMIT_MILLIS)
                .setRetryAttempts(1)
                .setRetryDelay(new ConstantDelay(RETRY_DELAY))
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(CONNECTIONS)
                .setSubscriptionConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionPoolSize(4);
        return Redisson.create(config);
    }

    /** Why nobody can work with the Redis there; empty where all is well. */
    public static Optional<Throwable> failureAt(URI address) {
        try {
            open(address).shutdown(0, CONNECT_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (RedisException failure) {
            return Optional.of(failure);
        }
    }

    private static void logIn(Config config, @Nullable String login) {
        if (login == null) {
            return;
        }
        int colon = login.indexOf(':');
        if (colon > 0) {
            config.setUsername(decoded(login.substring(0, colon)));
        }
        config.setPassword(decoded(login.substring(colon + 1)));
    }

    private static String place(URI address) {
        int port = address.getPort() < 0 ? 6379 : address.getPort();
        return address.getScheme() + "://" + address.getHost() + ":" + port;
    }

    private static int database(URI address) {
        String path = address.getPath() == null ? "" : address.getPath().replace("/", "");
        return path.isEmpty() ? 0 : Integer.parseInt(path);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
