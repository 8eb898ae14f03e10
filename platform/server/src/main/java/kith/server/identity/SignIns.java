package kith.server.identity;

import kith.runtime.access.Caller;
import reactor.core.publisher.Mono;

/** Turns what a request shows into who sent it. */
public final class SignIns {

    private final AccessTokens tokens;
    private final BrowserSessions sessions;

    public SignIns(AccessTokens tokens, BrowserSessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /**
     * Who sent the request.
     *
     * @param mayChange true for every request but a plain GET; then a browser's page must prove
     *     that it is ours
     */
    public Mono<SignedIn> identify(Credentials credentials, boolean mayChange) {
        return switch (credentials) {
            case Credentials.Bearer(var token) ->
                    tokens.verify(token).map(good -> new SignedIn(good, Caller.Origin.API));
            case Credentials.Cookie cookie -> ofBrowser(cookie, mayChange);
            case Credentials.None() ->
                    Mono.error(
                            IdentityProblem.NOT_SIGNED_IN.because(
                                    "Nobody is signed in.",
                                    "Send an access token in the header Authorization: Bearer …"));
        };
    }

    private Mono<SignedIn> ofBrowser(Credentials.Cookie cookie, boolean mayChange) {
        return sessions.current(cookie.session())
                .doOnNext(session -> {
                    if (mayChange) {
                        OwnPage.require(session, cookie);
                    }
                })
                .flatMap(session -> tokens.verify(session.accessToken()))
                .map(token -> new SignedIn(token, Caller.Origin.CONSOLE));
    }
}
