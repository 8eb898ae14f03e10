package kith.server.redis;

import java.time.Duration;
import kith.server.identity.BrowserSession;
import kith.server.identity.IdentityProblem;
import kith.server.identity.PendingSignIn;
import kith.server.identity.SessionStore;
import org.redisson.client.RedisException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Sessions in Redis, as JSON that expires by itself. */
public final class RedisSessionStore implements SessionStore {

    private static final String SESSION = "session:";
    private static final String SIGN_IN = "sign-in:";

    private final SharedRedis redis;
    private final JsonMapper json;

    public RedisSessionStore(SharedRedis redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
    }

    @Override
    public Mono<Void> put(String key, BrowserSession session, Duration life) {
        return keep(SESSION + key, session, life);
    }

    @Override
    public Mono<BrowserSession> find(String key) {
        return read(redis.bucket(SESSION + key).get(), BrowserSession.class);
    }

    @Override
    public Mono<Void> remove(String key) {
        return take(SESSION + key, BrowserSession.class).then();
    }

    @Override
    public Mono<Void> begin(String key, PendingSignIn signIn, Duration life) {
        return keep(SIGN_IN + key, signIn, life);
    }

    @Override
    public Mono<PendingSignIn> take(String key) {
        return take(SIGN_IN + key, PendingSignIn.class);
    }

    private Mono<Void> keep(String name, Object value, Duration life) {
        return redis.bucket(name)
                .set(json.writeValueAsString(value), life)
                .onErrorMap(RedisException.class, RedisSessionStore::lost);
    }

    private <T> Mono<T> take(String name, Class<T> type) {
        return read(redis.bucket(name).getAndDelete(), type);
    }

    private <T> Mono<T> read(Mono<String> text, Class<T> type) {
        return text.map(found -> json.readValue(found, type))
                .onErrorMap(RedisException.class, RedisSessionStore::lost);
    }

    private static Throwable lost(RedisException failure) {
        return IdentityProblem.SESSIONS_UNAVAILABLE.because(
                "Browser sessions cannot be read at the moment.", failure);
    }
}
