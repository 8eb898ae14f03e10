package kith.server.keycloak;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kith.server.identity.AccessToken;
import kith.server.identity.IdentityProblem;
import kith.server.settings.IdentityAddress;
import kith.server.tenant.IdentityDirectory;
import kith.server.tenant.NewAccount;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** An organization per tenant, in one realm of Keycloak 26. */
public final class KeycloakDirectory implements IdentityDirectory {

    private static final int PAGE = 100;
    private static final String UPDATE_PASSWORD = "UPDATE_PASSWORD";

    private final KeycloakAdmin admin;

    public KeycloakDirectory(WebClient http, IdentityAddress address, Clock clock) {
        this.admin =
                new KeycloakAdmin(
                        http,
                        address.issuer(),
                        AdminLogin.client(address.issuer(), address.admin()),
                        clock);
    }

    @Override
    public Mono<String> organization(String slug, String name) {
        return organizationNamed(slug)
                .switchIfEmpty(
                        Mono.defer(() ->
                                        admin.post(
                                                organizationDocument(slug, name), "/organizations"))
                                .flatMap(answer -> madeOrFound(answer, organizationNamed(slug))));
    }

    /** Two that make the same thing at once: one makes it, the other finds it. */
    private static Mono<String> madeOrFound(KeycloakAnswer answer, Mono<String> found) {
        return answer.isConflict() ? found : Mono.just(answer.requireSuccess().madeId());
    }

    private Mono<String> organizationNamed(String slug) {
        return admin.get("/organizations?search={slug}&exact=true", slug)
                .flatMapIterable(organizations -> organizations)
                .filter(organization -> organization.path("alias").asString().equals(slug))
                .next()
                .map(KeycloakDirectory::id);
    }

    /** The name at Keycloak is the slug: names must be unique there, those of companies are not. */
    private static Map<String, Object> organizationDocument(String slug, String name) {
        return Map.of(
                "name", slug,
                "alias", slug,
                "description", name,
                "enabled", true,
                "domains", List.of(Map.of("name", slug + ".tenant.invalid", "verified", false)));
    }

    @Override
    public Mono<String> account(NewAccount account) {
        return accountOf(account.email())
                .switchIfEmpty(
                        Mono.defer(() -> admin.post(accountDocument(account), "/users"))
                                .flatMap(answer -> madeOrFound(answer, accountOf(account.email()))))
                .delayUntil(this::inviteWithoutPassword);
    }

    private Mono<String> accountOf(String email) {
        return admin.get("/users?email={email}&exact=true&briefRepresentation=true", email)
                .flatMapIterable(accounts -> accounts)
                .next()
                .map(KeycloakDirectory::id);
    }

    private static Map<String, Object> accountDocument(NewAccount account) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("username", account.email());
        document.put("email", account.email());
        document.put("emailVerified", account.password().isPresent());
        document.put("firstName", account.firstName());
        document.put("lastName", account.lastName());
        document.put("enabled", true);
        account.password()
                .ifPresentOrElse(
                        password ->
                                document.put("credentials", List.of(passwordDocument(password))),
                        () -> document.put("requiredActions", List.of(UPDATE_PASSWORD)));
        return document;
    }

    private static Map<String, Object> passwordDocument(String password) {
        return Map.of("type", "password", "value", password, "temporary", false);
    }

    /**
     * An account that waits for its first password gets the mail that asks for it, again if need
     * be.
     */
    private Mono<Void> inviteWithoutPassword(String account) {
        return admin.get("/users/{id}", account)
                .filter(KeycloakDirectory::awaitsPassword)
                .filterWhen(
                        _ -> admin.get("/users/{id}/credentials", account).map(JsonNode::isEmpty))
                .flatMap(_ ->
                        admin.put(
                                List.of(UPDATE_PASSWORD),
                                "/users/{id}/execute-actions-email",
                                account))
                .doOnNext(KeycloakDirectory::requireMailed)
                .then();
    }

    private static boolean awaitsPassword(JsonNode account) {
        for (JsonNode action : account.path("requiredActions")) {
            if (action.asString().equals(UPDATE_PASSWORD)) {
                return true;
            }
        }
        return false;
    }

    private static void requireMailed(KeycloakAnswer answer) {
        if (!answer.status().is2xxSuccessful()) {
            throw IdentityProblem.IDENTITY_PROVIDER_UNAVAILABLE.because(
                    "The identity provider could not send the mail that asks for a password.",
                    "Set up mail for its realm, then repeat; or give a password with new accounts.");
        }
    }

    @Override
    public Mono<Void> join(String organization, String account) {
        // Keycloak takes the id as a JSON string.
        return admin.post(
                        '"' + account + '"', "/organizations/{organization}/members", organization)
                .doOnNext(answer -> requireSuccessUnless(answer.isConflict(), answer))
                .then();
    }

    @Override
    public Mono<Void> leave(String organization, String account) {
        return admin.delete(
                        "/organizations/{organization}/members/{account}", organization, account)
                .doOnNext(answer -> requireSuccessUnless(answer.isNotFound(), answer))
                .then();
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
        return admin.get("/organizations/{id}/members?first=0&max={max}", organization, PAGE)
                .flatMapIterable(members -> members)
                .concatMap(member -> removeMember(organization, id(member)))
                .reduce(RemovedOrganization.NONE, RemovedOrganization::plus);
    }

    private Mono<RemovedOrganization> removeMember(String organization, String account) {
        return Mono.zip(organizationsOf(account), isOperator(account))
                .flatMap(known ->
                        known.getT1() > 1 || known.getT2()
                                ? leave(organization, account)
                                        .thenReturn(new RemovedOrganization(0, 1, 0))
                                : admin.delete("/users/{id}", account)
                                        .doOnNext(answer ->
                                                requireSuccessUnless(answer.isNotFound(), answer))
                                        .thenReturn(new RemovedOrganization(0, 1, 1)));
    }

    private Mono<Integer> organizationsOf(String account) {
        return admin.get("/organizations/members/{id}/organizations", account)
                .map(JsonNode::size)
                .defaultIfEmpty(0);
    }

    private Mono<Boolean> isOperator(String account) {
        return admin.get("/users/{id}/role-mappings/realm", account)
                .map(roles ->
                        roles.valueStream()
                                .anyMatch(role ->
                                        role.path("name")
                                                .asString()
                                                .equals(AccessToken.OPERATOR_ROLE)))
                .defaultIfEmpty(false);
    }

    private Mono<RemovedOrganization> removeOrganization(
            String organization, RemovedOrganization members) {
        return admin.delete("/organizations/{id}", organization)
                .doOnNext(answer -> requireSuccessUnless(answer.isNotFound(), answer))
                .map(answer -> new RemovedOrganization(answer.isNotFound() ? 0 : 1, 0, 0))
                .map(members::plus);
    }

    private static String id(JsonNode document) {
        return document.path("id").asString();
    }
}
