package kith.server.redis;

import java.time.Duration;
import kith.server.identity.BrowserSession;
import kith.server.identity.IdentityProblem;
import kith.server.identity.PendingSignIn;
import kith.server.identity.SessionStore;
import org.redisson.api.RBucketReactive;
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
        return bucket(SESSION, key)
                .set(json.writeValueAsString(session), life)
                .onErrorMap(RedisException.class, RedisSessionStore::lost);
    }

    @Override
    public Mono<BrowserSession> find(String key) {
        return bucket(SESSION, key)
                .get()
                .map(text -> json.readValue(text, BrowserSession.class))
                .onErrorMap(RedisException.class, RedisSessionStore::lost);
    }

    @Override
    public Mono<Void> remove(String key) {
        return bucket(SESSION, key)
                .getAndDelete()
                .then()
                .onErrorMap(RedisException.class, RedisSessionStore::lost);
    }

    @Override
    public Mono<Void> begin(String key, PendingSignIn signIn, Duration life) {
        return bucket(SIGN_IN, key)
                .set(json.writeValueAsString(signIn), life)
                .onErrorMap(RedisException.class, RedisSessionStore::lost);
    }

    @Override
    public Mono<PendingSignIn> take(String key) {
        return bucket(SIGN_IN, key)
                .getAndDelete()
                .map(text -> json.readValue(text, PendingSignIn.class))
                .onErrorMap(RedisException.class, RedisSessionStore::lost);
    }

    private RBucketReactive<String> bucket(String kind, String key) {
        return redis.bucket(kind + key);
    }

    private static Throwable lost(RedisException failure) {
        return IdentityProblem.SESSIONS_UNAVAILABLE.because(
                "Browser sessions cannot be read at the moment.", failure);
    }
}
