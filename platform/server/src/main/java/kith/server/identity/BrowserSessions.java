package kith.server.identity;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import kith.metadata.problem.ProblemException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/**
 * The sessions of browsers. Every node sees the end of one within a second; tokens are renewed a
 * little before they expire.
 */
public final class BrowserSessions {

    private static final Duration REMEMBERED = Duration.ofMillis(900);
    private static final Duration RENEWED_BEFORE = Duration.ofSeconds(20);

    private final SessionStore store;
    private final OpenIdProvider provider;
    private final Clock clock;
    private final AsyncCache<String, Signal<BrowserSession>> known =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(50_000).buildAsync();

    public BrowserSessions(SessionStore store, OpenIdProvider provider, Clock clock) {
        this.store = store;
        this.provider = provider;
        this.clock = clock;
    }

    /** Keeps the session under the digest of its cookie. */
    Mono<Void> open(String cookie, BrowserSession session) {
        return store.put(RandomWords.digest(cookie), session, life(session));
    }

    /** The session with tokens that are good for a while; a problem where it is over. */
    Mono<BrowserSession> current(String cookie) {
        String key = RandomWords.digest(cookie);
        return Mono.fromFuture(
                        () -> known.get(key, (_, _) -> load(key).materialize().toFuture()),
                        /* suppressCancel= */ true)
                .dematerialize();
    }

    /** Ends the session here, and hands it out so that it can be ended at the provider too. */
    Mono<BrowserSession> close(String cookie) {
        String key = RandomWords.digest(cookie);
        return store.find(key)
                .delayUntil(_ -> store.remove(key))
                .doFinally(_ -> known.synchronous().invalidate(key));
    }

    private Mono<BrowserSession> load(String key) {
        return store.find(key)
                .switchIfEmpty(Mono.error(BrowserSessions::ended))
                .flatMap(session -> isFresh(session) ? Mono.just(session) : renew(key, session));
    }

    private boolean isFresh(BrowserSession session) {
        return session.accessUntil().isAfter(clock.instant().plus(RENEWED_BEFORE));
    }

    private Mono<BrowserSession> renew(String key, BrowserSession session) {
        return provider.renew(session.refreshToken())
                .map(session::renewed)
                .delayUntil(renewed -> store.put(key, renewed, life(renewed)))
                .onErrorResume(
                        BrowserSessions::isOver, over -> store.remove(key).then(Mono.error(over)));
    }

    private Duration life(BrowserSession session) {
        return Duration.between(clock.instant(), session.refreshUntil());
    }

    private static boolean isOver(Throwable failure) {
        return failure instanceof ProblemException refusal
                && refusal.problems().getFirst().code() == IdentityProblem.SESSION_ENDED;
    }

    private static ProblemException ended() {
        return IdentityProblem.SESSION_ENDED.because(
                "This browser is not signed in any more.", "Sign in again.");
    }
}
