package kith.server.keycloak;

import java.util.List;
import java.util.Objects;
import kith.server.identity.AccessToken;
import kith.server.identity.IdentityProblem;
import kith.server.settings.IdentityAddress;
import kith.server.tenant.IdentityDirectory;
import kith.server.tenant.NewAccount;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AbstractUserRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import reactor.core.publisher.Mono;

/** An organization per tenant, in one realm of Keycloak 26. */
public final class KeycloakDirectory implements IdentityDirectory, AutoCloseable {

    private static final int PAGE = 100;
    private static final String UPDATE_PASSWORD = "UPDATE_PASSWORD";

    private final KeycloakAdmin admin;

    public KeycloakDirectory(IdentityAddress address) {
        this.admin = KeycloakAdmin.asClient(address.issuer(), address.admin());
    }

    @Override
    public Mono<String> organization(String slug, String name) {
        return organizationNamed(slug)
                .switchIfEmpty(
                        Mono.defer(() ->
                                        admin.change(
                                                "make an organization",
                                                realm ->
                                                        realm.organizations()
                                                                .create(
                                                                        newOrganization(
                                                                                slug, name))))
                                .flatMap(answer -> madeOrFound(answer, organizationNamed(slug))));
    }

    /** Two that make the same thing at once: one makes it, the other finds it. */
    private static Mono<String> madeOrFound(KeycloakAnswer answer, Mono<String> found) {
        return answer.isConflict() ? found : Mono.just(answer.requireSuccess().madeId());
    }

    private Mono<String> organizationNamed(String slug) {
        return admin.find(
                        "search organizations",
                        realm -> realm.organizations().search(slug, true, null, null))
                .flatMapIterable(organizations -> organizations)
                .filter(organization -> Objects.equals(organization.getAlias(), slug))
                .next()
                .map(OrganizationRepresentation::getId);
    }

    /** The name at Keycloak is the slug: names must be unique there, those of companies are not. */
    private static OrganizationRepresentation newOrganization(String slug, String name) {
        OrganizationRepresentation organization = new OrganizationRepresentation();
        organization.setName(slug);
        organization.setAlias(slug);
        organization.setDescription(name);
        organization.setEnabled(true);
        organization.addDomain(new OrganizationDomainRepresentation(slug + ".tenant.invalid"));
        return organization;
    }

    @Override
    public Mono<String> account(NewAccount account) {
        return accountOf(account.email())
                .switchIfEmpty(
                        Mono.defer(() ->
                                        admin.change(
                                                "make an account",
                                                realm -> realm.users().create(newAccount(account))))
                                .flatMap(answer -> madeOrFound(answer, accountOf(account.email()))))
                .delayUntil(this::inviteWithoutPassword);
    }

    private Mono<String> accountOf(String email) {
        return admin.find("search accounts", realm -> realm.users().searchByEmail(email, true))
                .flatMapIterable(accounts -> accounts)
                .next()
                .map(AbstractUserRepresentation::getId);
    }

    private static UserRepresentation newAccount(NewAccount account) {
        UserRepresentation made = new UserRepresentation();
        made.setUsername(account.email());
        made.setEmail(account.email());
        made.setEmailVerified(account.password().isPresent());
        made.setFirstName(account.firstName());
        made.setLastName(account.lastName());
        made.setEnabled(true);
        account.password()
                .ifPresentOrElse(
                        password -> made.setCredentials(List.of(credential(password))),
                        () -> made.setRequiredActions(List.of(UPDATE_PASSWORD)));
        return made;
    }

    private static CredentialRepresentation credential(String password) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(false);
        return credential;
    }

    /**
     * An account that waits for its first password gets the mail that asks for it, again if need
     * be.
     */
    private Mono<Void> inviteWithoutPassword(String account) {
        return admin.find("read an account", realm -> realm.users().get(account).toRepresentation())
                .filter(KeycloakDirectory::awaitsPassword)
                .filterWhen(_ -> isWithoutCredentials(account))
                .flatMap(_ -> askForPassword(account));
    }

    private static boolean awaitsPassword(UserRepresentation account) {
        List<String> actions = account.getRequiredActions();
        return actions != null && actions.contains(UPDATE_PASSWORD);
    }

    private Mono<Boolean> isWithoutCredentials(String account) {
        return admin.find("read credentials", realm -> realm.users().get(account).credentials())
                .map(List::isEmpty);
    }

    private Mono<Void> askForPassword(String account) {
        return admin.order(
                        "send a mail",
                        realm ->
                                realm.users()
                                        .get(account)
                                        .executeActionsEmail(List.of(UPDATE_PASSWORD)))
                .doOnNext(KeycloakDirectory::requireMailed)
                .then();
    }

    private static void requireMailed(KeycloakAnswer answer) {
        if (!answer.isSuccess()) {
            throw IdentityProblem.IDENTITY_PROVIDER_UNAVAILABLE.because(
                    "The identity provider could not send the mail that asks for a password.",
                    "Set up mail for its realm, then repeat; or give a password with new accounts.");
        }
    }

    @Override
    public Mono<Void> join(String organization, String account) {
        return admin.change(
                        "add a member",
                        realm -> organization(realm, organization).members().addMember(account))
                .doOnNext(answer -> requireSuccessUnless(answer.isConflict(), answer))
                .then();
    }

    @Override
    public Mono<Void> leave(String organization, String account) {
        return admin.change(
                        "remove a member",
                        realm -> organization(realm, organization).members().removeMember(account))
                .doOnNext(answer -> requireSuccessUnless(answer.isNotFound(), answer))
                .then();
    }

    private static OrganizationResource organization(RealmResource realm, String organization) {
        return realm.organizations().get(organization);
    }

    private static void requireSuccessUnless(boolean isDone, KeycloakAnswer answer) {
        if (!isDone) {
            answer.requireSuccess();
        }
    }

    @Override
    public Mono<RemovedOrganization> remove(String organization) {
        return removeSomeMembers(organization)
                .expand(removed ->
                        removed.memberships() == 0 ? Mono.empty() : removeSomeMembers(organization))
                .reduce(RemovedOrganization::plus)
                .flatMap(removed -> removeOrganization(organization, removed));
    }

    /** Always of the first page: whoever was on it is out by the time it is read again. */
    private Mono<RemovedOrganization> removeSomeMembers(String organization) {
        return admin.find(
                        "list members",
                        realm -> organization(realm, organization).members().list(0, PAGE))
                .flatMapIterable(members -> members)
                .concatMap(member -> removeMember(organization, member.getId()))
                .reduce(RemovedOrganization.NONE, RemovedOrganization::plus);
    }

    private Mono<RemovedOrganization> removeMember(String organization, String account) {
        return Mono.zip(organizationsOf(account), isOperator(account))
                .flatMap(known ->
                        known.getT1() > 1 || known.getT2()
                                ? leave(organization, account)
                                        .thenReturn(new RemovedOrganization(0, 1, 0))
                                : admin.change(
                                                "remove an account",
                                                realm -> realm.users().delete(account))
                                        .doOnNext(answer ->
                                                requireSuccessUnless(answer.isNotFound(), answer))
                                        .thenReturn(new RemovedOrganization(0, 1, 1)));
    }

    private Mono<Integer> organizationsOf(String account) {
        return admin.find(
                        "list organizations of an account",
                        realm -> realm.organizations().members().getOrganizations(account))
                .map(List::size)
                .defaultIfEmpty(0);
    }

    private Mono<Boolean> isOperator(String account) {
        return admin.find(
                        "list roles of an account",
                        realm -> realm.users().get(account).roles().realmLevel().listAll())
                .map(roles ->
                        roles.stream()
                                .anyMatch(role ->
                                        Objects.equals(role.getName(), AccessToken.OPERATOR_ROLE)))
                .defaultIfEmpty(false);
    }

    private Mono<RemovedOrganization> removeOrganization(
            String organization, RemovedOrganization members) {
        return admin.change(
                        "remove an organization",
                        realm -> organization(realm, organization).delete())
                .doOnNext(answer -> requireSuccessUnless(answer.isNotFound(), answer))
                .map(answer -> new RemovedOrganization(answer.isNotFound() ? 0 : 1, 0, 0))
                .map(members::plus);
    }

    @Override
    public void close() {
        admin.close();
    }
}
