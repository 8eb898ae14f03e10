package kith.server.identity;

import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Port: what nodes must share for browsers to sign in. Keys are digests, so whoever reads the store
 * gets no cookie. Fails with {@link IdentityProblem#SESSIONS_UNAVAILABLE} while the store is lost.
 */
public interface SessionStore {

    Mono<Void> put(String key, BrowserSession session, Duration life);

    /** Empty where there is none, or not any more. */
    Mono<BrowserSession> find(String key);

    Mono<Void> remove(String key);

    Mono<Void> begin(String key, PendingSignIn signIn, Duration life);

    /** Hands out a begun sign-in once. */
    Mono<PendingSignIn> take(String key);
}
