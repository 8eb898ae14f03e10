package kith.server.http;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemException;
import kith.server.identity.BrowserSignIn;
import kith.server.identity.Credentials;
import kith.server.identity.SessionCookie;
import kith.server.identity.SessionReport;
import kith.server.identity.SessionReports;
import kith.server.settings.Installation;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Signing browsers in and out: {@code /auth/…}. */
public final class BrowserRoutes {

    /** Holds the state of a sign-in under way; the name tells several tabs apart. */
    private static final String STATE_COOKIE = "kith_sign_in_";

    private static final int STATE_PREFIX = 8;
    private static final String FAILED_PAGE = "/?problem=";

    private final BrowserSignIn signIn;
    private final SessionReports reports;
    private final Installation installation;

    public BrowserRoutes(BrowserSignIn signIn, SessionReports reports, Installation installation) {
        this.signIn = signIn;
        this.reports = reports;
        this.installation = installation;
    }

    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/auth/login", this::begin)
                .GET("/auth/callback", this::finish)
                .GET("/auth/session", this::session)
                .POST("/auth/logout", this::end)
                .build();
    }

    private Mono<ServerResponse> begin(ServerRequest request) {
        return signIn.begin(request.queryParam("returnTo").orElse(null))
                .flatMap(begun ->
                        redirect(begun.page())
                                .cookie(stateCookie(begun.state(), BrowserSignIn.PATIENCE))
                                .build())
                .onErrorResume(ProblemException.class, refusal -> failed(request, refusal));
    }

    private Mono<ServerResponse> finish(ServerRequest request) {
        Optional<String> state = request.queryParam("state");
        return signIn.finish(
                        request.queryParam("code"),
                        state,
                        browserState(request, state),
                        cookie(request, SessionCookie.name(installation.isHttps())))
                .flatMap(finished ->
                        redirect(URI.create(finished.returnTo()))
                                .cookie(sessionCookie(finished.cookie(), Duration.ofSeconds(-1)))
                                .cookie(stateCookie(state.orElseThrow(), Duration.ZERO))
                                .build())
                .onErrorResume(ProblemException.class, refusal -> failed(request, refusal));
    }

    /** Whoever follows a link sees the page that tells what went wrong, never bare JSON. */
    private static Mono<ServerResponse> failed(ServerRequest request, ProblemException refusal) {
        String traceId = request.exchange().getResponse().getHeaders().getFirst(TraceId.HEADER);
        RefusalAnswer.note(refusal, String.valueOf(traceId));
        ProblemCode code = refusal.problems().getFirst().code();
        return redirect(URI.create(FAILED_PAGE + code.name())).build();
    }

    private static Optional<String> browserState(ServerRequest request, Optional<String> state) {
        return state.filter(text -> text.length() > STATE_PREFIX)
                .flatMap(text -> cookie(request, stateCookieName(text)));
    }

    private static Optional<String> cookie(ServerRequest request, String name) {
        return Optional.ofNullable(request.cookies().getFirst(name)).map(HttpCookie::getValue);
    }

    private Mono<ServerResponse> session(ServerRequest request) {
        return reports.of(credentials(request))
                .flatMap(report ->
                        ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(report));
    }

    private Mono<ServerResponse> end(ServerRequest request) {
        if (!(credentials(request) instanceof Credentials.Cookie cookie)) {
            return signedOut(installation.publicUrl().resolve("/"));
        }
        return reports.requireOwnPage(cookie)
                .then(
                        Mono.defer(() ->
                                signIn.end(
                                        cookie.session(), installation.publicUrl().resolve("/"))))
                .flatMap(this::signedOut);
    }

    private Mono<ServerResponse> signedOut(URI page) {
        return ServerResponse.ok()
                .cacheControl(CacheControl.noStore())
                .cookie(sessionCookie("", Duration.ZERO))
                .bodyValue(new SessionReport.SignedOut(page));
    }

    private Credentials credentials(ServerRequest request) {
        return Credentials.of(
                SessionCookie.name(installation.isHttps()),
                name -> request.headers().firstHeader(name),
                name -> cookie(request, name).orElse(null));
    }

    private static ServerResponse.BodyBuilder redirect(URI page) {
        return ServerResponse.status(HttpStatus.SEE_OTHER)
                .location(page)
                .cacheControl(CacheControl.noStore());
    }

    private ResponseCookie sessionCookie(String value, Duration life) {
        return cookie(SessionCookie.name(installation.isHttps()), value, "/", life);
    }

    private ResponseCookie stateCookie(String state, Duration life) {
        return cookie(stateCookieName(state), life.isZero() ? "" : state, "/auth", life);
    }

    private ResponseCookie cookie(String name, String value, String path, Duration life) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(installation.isHttps())
                .sameSite("Lax")
                .path(path)
                .maxAge(life)
                .build();
    }

    private static String stateCookieName(String state) {
        String prefix = state.substring(0, STATE_PREFIX);
        return STATE_COOKIE + prefix.replaceAll("[^A-Za-z0-9_-]", "");
    }
}
