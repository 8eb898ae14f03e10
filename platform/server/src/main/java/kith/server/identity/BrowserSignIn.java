package kith.server.identity;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import kith.metadata.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Signs browsers in through the identity provider: authorization code, PKCE, state bound to the
 * browser, nonce. Tokens stay on the server; the browser gets a cookie.
 */
public final class BrowserSignIn {

    /** How long people may take on the provider's page. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private final OpenIdProvider provider;
    private final SessionStore store;
    private final BrowserSessions sessions;
    private final ReactiveJwtDecoder idTokens;
    private final AccessTokens accessTokens;
    private final SignInListener listener;
    private final RandomWords words = new RandomWords();

    /**
     * @param idTokens accepts ID tokens of the issuer that are made out to the web client
     */
    public BrowserSignIn(
            OpenIdProvider provider,
            SessionStore store,
            BrowserSessions sessions,
            ReactiveJwtDecoder idTokens,
            AccessTokens accessTokens,
            SignInListener listener) {
        this.provider = provider;
        this.store = store;
        this.sessions = sessions;
        this.idTokens = idTokens;
        this.accessTokens = accessTokens;
        this.listener = listener;
    }

    /**
     * Begins a sign-in.
     *
     * @param returnTo the page that the browser wants; anything but a path of this server is
     *     ignored
     */
    public Mono<Begun> begin(@Nullable String returnTo) {
        String state = words.next();
        PendingSignIn signIn =
                new PendingSignIn(words.next(), words.next(), ReturnPath.safe(returnTo));
        return store.begin(RandomWords.digest(state), signIn, PATIENCE)
                .thenReturn(new Begun(state, provider.signInPage(state, signIn)));
    }

    /**
     * Finishes a sign-in.
     *
     * @param browserState the state that the browser's cookie holds; another browser has none
     * @param former the cookie of the session that the browser had, which ends
     */
    public Mono<Finished> finish(
            Optional<String> code,
            Optional<String> state,
            Optional<String> browserState,
            Optional<String> former) {
        boolean isSameBrowser =
                state.isPresent()
                        && browserState
                                .filter(own -> RandomWords.isSame(own, state.get()))
                                .isPresent();
        if (code.isEmpty() || !isSameBrowser) {
            return Mono.error(failed());
        }
        return store.take(RandomWords.digest(state.get()))
                .switchIfEmpty(Mono.error(BrowserSignIn::failed))
                .flatMap(signIn -> redeem(code.get(), signIn))
                .delayUntil(_ -> Mono.justOrEmpty(former).flatMap(sessions::close))
                .onErrorMap(BrowserSignIn::isRefusal, BrowserSignIn::failedFor);
    }

    /** The session that the cookie stands for. */
    public Mono<BrowserSession> session(String cookie) {
        return sessions.current(cookie);
    }

    /**
     * Ends the session here and at the provider; answers with the page where the browser goes.
     *
     * @param home the server's own start page
     */
    public Mono<URI> end(String cookie, URI home) {
        return sessions.close(cookie)
                .flatMap(session ->
                        provider.endSession(session.refreshToken())
                                .thenReturn(home)
                                // The browser can still end it itself.
                                .onErrorReturn(provider.signOutPage(session.idToken(), home)))
                .defaultIfEmpty(home);
    }

    private Mono<Finished> redeem(String code, PendingSignIn signIn) {
        String cookie = words.next();
        return provider.redeem(code, signIn.verifier())
                .delayUntil(tokens -> requireNonce(tokens.idToken(), signIn.nonce()))
                .map(this::session)
                .delayUntil(session -> sessions.open(cookie, session))
                .flatMap(session -> accessTokens.verify(session.accessToken()))
                .flatMap(listener::signedIn)
                .thenReturn(new Finished(cookie, signIn.returnTo()));
    }

    private Mono<Jwt> requireNonce(String idToken, String nonce) {
        return idTokens.decode(idToken)
                .filter(jwt ->
                        RandomWords.isSame(
                                nonce,
                                Objects.requireNonNullElse(jwt.getClaimAsString("nonce"), "")))
                .switchIfEmpty(Mono.error(BrowserSignIn::failed));
    }

    private BrowserSession session(ProviderTokens tokens) {
        return new BrowserSession(
                words.next(),
                tokens.accessToken(),
                tokens.accessUntil(),
                tokens.refreshToken(),
                tokens.refreshUntil(),
                tokens.idToken());
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof JwtException
                || (failure instanceof ProblemException refusal
                        && refusal.problems().getFirst().code() == IdentityProblem.SESSION_ENDED);
    }

    private static ProblemException failed() {
        return IdentityProblem.SIGN_IN_FAILED.because(
                "The sign-in could not be finished.", "Begin it again in this browser.");
    }

    private static ProblemException failedFor(Throwable reason) {
        return IdentityProblem.SIGN_IN_FAILED.because("The sign-in could not be finished.", reason);
    }

    /**
     * A sign-in that was begun.
     *
     * @param state for the browser's cookie
     * @param page where the browser goes
     */
    public record Begun(String state, URI page) {}

    /**
     * A sign-in that is done.
     *
     * @param cookie for the browser
     * @param returnTo where the browser goes, a path of this server
     */
    public record Finished(String cookie, String returnTo) {}
}
