package kith.server.audit;

import java.util.Optional;
import kith.runtime.access.Caller;
import kith.runtime.member.MemberLookup;
import kith.runtime.registry.RegisteredTenant;
import kith.runtime.registry.TenantRegistry;
import kith.server.identity.AccessToken;
import kith.server.identity.SignInListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes sign-ins in the trails of all tenants that they open. */
public final class SignInNotes implements SignInListener {

    private static final Logger LOG = LoggerFactory.getLogger(SignInNotes.class);
    private static final int AT_A_TIME = 4;

    private final TenantRegistry tenants;
    private final MemberLookup members;
    private final AuditNotes notes;

    public SignInNotes(TenantRegistry tenants, MemberLookup members, AuditNotes notes) {
        this.tenants = tenants;
        this.members = members;
        this.notes = notes;
    }

    @Override
    public Mono<Void> signedIn(AccessToken token) {
        return Flux.fromIterable(token.organizations())
                .flatMap(slug -> noted(slug, token.subject()), AT_A_TIME)
                .then();
    }

    /** A tenant that cannot be asked just now does not keep anybody out. */
    private Mono<Void> noted(String slug, String subject) {
        return tenants.find(slug)
                .map(RegisteredTenant::tenant)
                .flatMap(tenant ->
                        members.find(tenant, subject)
                                .doOnNext(user ->
                                        notes.signedIn(
                                                new Caller(
                                                        tenant,
                                                        Optional.of(user.id()),
                                                        user.isAdministrator(),
                                                        Caller.Origin.CONSOLE))))
                .then()
                .onErrorResume(failure -> {
                    LOG.warn("{}: a sign-in is not noted: {}", slug, failure.toString());
                    return Mono.empty();
                });
    }
}
