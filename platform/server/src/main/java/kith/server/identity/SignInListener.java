package kith.server.identity;

import reactor.core.publisher.Mono;

/** Hears of browsers that signed in. */
@FunctionalInterface
public interface SignInListener {

    /** Completes before the browser goes on; never fails. */
    Mono<Void> signedIn(AccessToken token);
}
