package kith.server.identity;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kith.metadata.permission.UserFunction;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.AccessProblem;
import kith.runtime.access.Caller;
import kith.runtime.member.Member;
import kith.runtime.member.MemberLookup;
import kith.runtime.member.Visitor;
import kith.runtime.registry.RegisteredTenant;
import kith.runtime.registry.TenantRegistry;
import kith.runtime.tenant.Tenant;
import kith.runtime.tenant.TenantProblem;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/**
 * Finds who calls within which tenant. Answers are good for less than a second, so that a
 * deactivated user and a suspended tenant are out within one on every node; the statement that
 * finds the user tells of the tenant's state as well. Who somebody was is remembered longer, for
 * those who find out themselves whether that is still so, and so is which tenant a slug means.
 */
public final class Callers {

    private static final Duration GOOD = Duration.ofMillis(900);

    /** Beyond it, what a statement found is too old to be good as long as a look-up. */
    private static final Duration LONGEST_VISIT = Duration.ofMillis(100);

    private static final int MOST = 50_000;
    private static final Duration UNUSED = Duration.ofHours(1);

    private final SignIns signIns;
    private final TenantRegistry tenants;
    private final MemberLookup members;
    private final Clock clock;
    private final Cache<String, Tenant> working =
            Caffeine.newBuilder().expireAfterAccess(UNUSED).maximumSize(MOST).build();
    private final AsyncCache<Membership, Signal<Found>> known =
            Caffeine.newBuilder().expireAfterWrite(GOOD).maximumSize(MOST).buildAsync();
    private final Cache<Membership, Found> remembered =
            Caffeine.newBuilder().expireAfterAccess(UNUSED).maximumSize(MOST).build();

    public Callers(SignIns signIns, TenantRegistry tenants, MemberLookup members, Clock clock) {
        this.signIns = signIns;
        this.tenants = tenants;
        this.members = members;
        this.clock = clock;
    }

    /** The caller within the tenant that the token names, or that the header chooses of several. */
    public Mono<Caller> member(
            Credentials credentials, Optional<String> tenantHeader, boolean mayChange) {
        return signIns.identify(credentials, mayChange)
                .map(signedIn -> membership(signedIn, tenantHeader))
                .flatMap(this::caller);
    }

    /** The same without looking up who was here before. */
    public Mono<Visitor> visitor(
            Credentials credentials, Optional<String> tenantHeader, boolean mayChange) {
        return signIns.identify(credentials, mayChange)
                .map(signedIn -> membership(signedIn, tenantHeader))
                .flatMap(this::visitor);
    }

    private Mono<Visitor> visitor(Membership membership) {
        Found before =
                known.getIfPresent(membership) == null ? remembered.getIfPresent(membership) : null;
        return before == null || !before.isGoodAt(clock.instant())
                ? caller(membership).map(Visitor.Known::new)
                : Mono.just(
                        new Visitor.Remembered(
                                before.caller(),
                                membership.subject(),
                                before.accessVersion(),
                                new Visit(membership, before)));
    }

    /** Completes while whoever showed the credentials is signed in; fails with a problem else. */
    public Mono<Void> signedIn(Credentials credentials) {
        return signIns.identify(credentials, false).then();
    }

    /** The operator; has no tenant. */
    public Mono<AccessToken> operator(Credentials credentials, boolean mayChange) {
        return signIns.identify(credentials, mayChange).map(Callers::requireOperator);
    }

    private static AccessToken requireOperator(SignedIn signedIn) {
        if (!signedIn.token().isOperator()) {
            throw IdentityProblem.OPERATOR_REQUIRED.because(
                    "This is for those who run the installation.",
                    "Sign in with an account of the role " + AccessToken.OPERATOR_ROLE + ".");
        }
        return signedIn.token();
    }

    private static Membership membership(SignedIn signedIn, Optional<String> tenantHeader) {
        return new Membership(
                TenantChoice.of(signedIn.token(), tenantHeader),
                signedIn.token().subject(),
                signedIn.origin());
    }

    private Mono<Caller> caller(Membership membership) {
        // A refusal is kept like an answer: whoever is refused may ask often.
        return Mono.fromFuture(
                        () -> known.get(membership, (key, _) -> found(key).toFuture()),
                        /* suppressCancel= */ true)
                .<Found>dematerialize()
                .map(Found::caller);
    }

    private Mono<Signal<Found>> found(Membership membership) {
        return load(membership)
                .doOnNext(found -> remembered.put(membership, found))
                .doOnError(_ -> remembered.invalidate(membership))
                .materialize();
    }

    private Mono<Found> load(Membership membership) {
        Tenant tenant = working.getIfPresent(membership.slug());
        return tenant == null
                ? fromRegistry(membership)
                : callerIn(tenant, membership)
                        .onErrorResume(
                                Callers::isOfTenant,
                                _ -> {
                                    working.invalidate(membership.slug());
                                    return fromRegistry(membership);
                                });
    }

    /** The registry knows why a tenant does not work, and whether another one has its slug. */
    private Mono<Found> fromRegistry(Membership membership) {
        return tenants.find(membership.slug())
                .switchIfEmpty(Mono.error(() -> unknownTenant(membership.slug())))
                .map(Callers::requireWorking)
                .doOnNext(tenant -> working.put(membership.slug(), tenant))
                .flatMap(tenant -> callerIn(tenant, membership));
    }

    private static boolean isOfTenant(Throwable failure) {
        return failure instanceof ProblemException refusal
                && refusal.problems().getFirst().code() instanceof TenantProblem;
    }

    private Mono<Found> callerIn(Tenant tenant, Membership membership) {
        return members.find(tenant, membership.subject())
                .switchIfEmpty(Mono.error(Callers::unknownUser))
                .map(Callers::requireActive)
                .doOnNext(user -> requireWay(user, membership.origin()))
                .map(user ->
                        new Found(
                                user.calling(tenant, membership.origin()),
                                user.accessVersion(),
                                user.until()));
    }

    private static Tenant requireWorking(RegisteredTenant registered) {
        registered
                .tenant()
                .status()
                .refusal()
                .ifPresent(problem -> {
                    throw new ProblemException(problem);
                });
        return registered.tenant();
    }

    private static Member requireActive(Member user) {
        if (!user.isActive()) {
            throw IdentityProblem.USER_INACTIVE.because(
                    "Your user in this company is not active.", "Ask one of its administrators.");
        }
        return user;
    }

    /** The web app is for all users; tokens of the API only for those who may use it. */
    private static void requireWay(Member user, Caller.Origin origin) {
        if (origin == Caller.Origin.API && !user.rights().has(UserFunction.API)) {
            throw new ProblemException(AccessProblem.missing(UserFunction.API));
        }
    }

    private static ProblemException unknownTenant(String slug) {
        return new ProblemException(
                TenantProblem.TENANT_UNKNOWN.saying("There is no tenant \"" + slug + "\"."));
    }

    private static ProblemException unknownUser() {
        return IdentityProblem.USER_UNKNOWN.because(
                "Your account belongs to this company, but it has no user for you.",
                "Ask one of its administrators to make one.");
    }

    /** One visit of somebody who is remembered. */
    private final class Visit implements Visitor.Standing {

        private final Membership membership;
        private final Found remembered;
        private final long begun = System.nanoTime();

        private Visit(Membership membership, Found remembered) {
            this.membership = membership;
            this.remembered = remembered;
        }

        @Override
        public Mono<Caller> current() {
            return caller(membership);
        }

        @Override
        public void confirm() {
            if (System.nanoTime() - begun < LONGEST_VISIT.toNanos()) {
                known.put(membership, CompletableFuture.completedFuture(Signal.next(remembered)));
            }
        }
    }

    /**
     * What a look-up found.
     *
     * @param accessVersion of the tenant then
     * @param until when it is no longer good
     */
    private record Found(Caller caller, long accessVersion, Optional<Instant> until) {

        boolean isGoodAt(Instant now) {
            return until.isEmpty() || now.isBefore(until.get());
        }
    }

    /** An account's place in a tenant, and the way it came. */
    private record Membership(String slug, String subject, Caller.Origin origin) {}
}
