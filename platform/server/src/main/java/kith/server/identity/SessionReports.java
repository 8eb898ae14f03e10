package kith.server.identity;

import java.util.Comparator;
import java.util.List;
import kith.metadata.problem.ProblemException;
import kith.runtime.registry.TenantRegistry;
import kith.server.identity.SessionReport.Company;
import kith.server.identity.SessionReport.Person;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells pages who is signed in. */
public final class SessionReports {

    private final BrowserSessions sessions;
    private final AccessTokens tokens;
    private final TenantRegistry tenants;

    public SessionReports(BrowserSessions sessions, AccessTokens tokens, TenantRegistry tenants) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.tenants = tenants;
    }

    /** Who is signed in; nobody where the session is over. */
    public Mono<SessionReport> of(Credentials credentials) {
        return credentials instanceof Credentials.Cookie(var cookie, _)
                ? sessions.current(cookie)
                        .flatMap(this::report)
                        .onErrorResume(
                                SessionReports::isSignedOut, _ -> Mono.just(SessionReport.NOBODY))
                : Mono.just(SessionReport.NOBODY);
    }

    /** Fails unless the request comes from our own page, or the session is over anyway. */
    public Mono<Void> requireOwnPage(Credentials.Cookie cookie) {
        return sessions.current(cookie.session())
                .doOnNext(session -> OwnPage.require(session, cookie))
                .then()
                .onErrorResume(SessionReports::isSignedOut, _ -> Mono.empty());
    }

    private static boolean isSignedOut(Throwable failure) {
        return failure instanceof ProblemException refusal
                && refusal.problems().getFirst().code() == IdentityProblem.SESSION_ENDED;
    }

    private Mono<SessionReport> report(BrowserSession session) {
        return tokens.verify(session.accessToken())
                .flatMap(token ->
                        companies(token).map(companies -> report(session, token, companies)));
    }

    private static SessionReport report(
            BrowserSession session, AccessToken token, List<Company> companies) {
        String email = token.email().orElse("");
        return new SessionReport(
                true,
                session.csrfToken(),
                new Person(token.name().orElse(email), email),
                companies,
                token.isOperator());
    }

    private Mono<List<Company>> companies(AccessToken token) {
        return Flux.fromIterable(token.organizations())
                .flatMap(tenants::find)
                .map(tenant -> new Company(tenant.tenant().slug(), tenant.tenant().name()))
                .collectSortedList(Comparator.comparing(Company::name));
    }
}
