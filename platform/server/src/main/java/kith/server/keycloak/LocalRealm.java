package kith.server.keycloak;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import kith.server.settings.IdentityAddress;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import reactor.core.publisher.Mono;

/** The realm of a local installation, which follows the address of the server. */
public final class LocalRealm {

    private static final String BROWSER_FLOW = "browser";

    /** Asks for the address on a page of its own before the password. */
    private static final String IDENTITY_FIRST = "Organization";

    private static final List<String> CLIENT_ROLES =
            List.of("manage-clients", "view-clients", "query-clients");

    private final IdentityAddress address;
    private final String user;
    private final String password;

    /**
     * @param user the administrator of the whole Keycloak
     */
    public LocalRealm(IdentityAddress address, String user, String password) {
        this.address = address;
        this.user = user;
        this.password = password;
    }

    /**
     * Lets browsers come back to the server, and programs sign in with a password or not.
     *
     * @param publicUrl how browsers reach the server
     */
    public Mono<Void> follow(URI publicUrl, boolean allowsPasswordGrant) {
        return asAdministrator(admin -> follow(admin, publicUrl, allowsPasswordGrant));
    }

    /** Shows the sign-in pages in a theme that Keycloak has. */
    public Mono<Void> wear(String theme) {
        return asAdministrator(admin -> wear(admin, theme));
    }

    private Mono<Void> asAdministrator(Function<KeycloakAdmin, Mono<Void>> work) {
        return Mono.using(() -> KeycloakAdmin.asPerson(address.issuer(), user, password), work);
    }

    private static Mono<Void> wear(KeycloakAdmin admin, String theme) {
        return admin.find("read the realm", RealmResource::toRepresentation)
                .filter(realm -> !theme.equals(realm.getLoginTheme()))
                .doOnNext(realm -> realm.setLoginTheme(theme))
                .flatMap(changed -> admin.order("change the realm", realm -> realm.update(changed)))
                .doOnNext(KeycloakAnswer::requireSuccess)
                .then();
    }

    private Mono<Void> follow(KeycloakAdmin admin, URI publicUrl, boolean allowsPasswordGrant) {
        return change(admin, address.web().id(), client -> setAddress(client, publicUrl))
                .then(
                        change(
                                admin,
                                address.cliClientId(),
                                client -> client.setDirectAccessGrantsEnabled(allowsPasswordGrant)))
                .then(signInOnOnePage(admin))
                .then(letManageClients(admin));
    }

    /** Realms of earlier versions did not; what is granted already stays as it is. */
    private Mono<Void> letManageClients(KeycloakAdmin admin) {
        return Mono.zip(idOf(admin, "realm-management"), idOf(admin, address.admin().id()))
                .flatMap(ids ->
                        admin.find(
                                        "read roles",
                                        realm ->
                                                CLIENT_ROLES.stream()
                                                        .map(role ->
                                                                realm.clients()
                                                                        .get(ids.getT1())
                                                                        .roles()
                                                                        .get(role)
                                                                        .toRepresentation())
                                                        .toList())
                                .flatMap(roles ->
                                        admin.order(
                                                "grant roles",
                                                realm ->
                                                        realm.users()
                                                                .get(
                                                                        realm.clients()
                                                                                .get(ids.getT2())
                                                                                .getServiceAccountUser()
                                                                                .getId())
                                                                .roles()
                                                                .clientLevel(ids.getT1())
                                                                .add(roles))))
                .doOnNext(KeycloakAnswer::requireSuccess)
                .then();
    }

    private static Mono<String> idOf(KeycloakAdmin admin, String clientId) {
        return admin.find("search clients", realm -> realm.clients().findByClientId(clientId))
                .map(List::getFirst)
                .map(ClientRepresentation::getId);
    }

    private static Mono<Void> change(
            KeycloakAdmin admin, String clientId, Consumer<ClientRepresentation> change) {
        return admin.find("search clients", realm -> realm.clients().findByClientId(clientId))
                .map(List::getFirst)
                .doOnNext(change)
                .flatMap(client ->
                        admin.order(
                                "change a client",
                                realm -> realm.clients().get(client.getId()).update(client)))
                .doOnNext(KeycloakAnswer::requireSuccess)
                .then();
    }

    private static void setAddress(ClientRepresentation client, URI publicUrl) {
        client.setRedirectUris(List.of(publicUrl + "/auth/callback"));
        client.setBaseUrl(publicUrl + "/");
        Map<String, String> attributes =
                new HashMap<>(Objects.requireNonNullElse(client.getAttributes(), Map.of()));
        attributes.put("post.logout.redirect.uris", publicUrl + "/");
        client.setAttributes(attributes);
    }

    private static Mono<Void> signInOnOnePage(KeycloakAdmin admin) {
        return admin.find("list steps", realm -> realm.flows().getExecutions(BROWSER_FLOW))
                .flatMapIterable(steps -> steps)
                .filter(step -> Objects.equals(step.getDisplayName(), IDENTITY_FIRST))
                .concatMap(step -> disable(admin, step))
                .doOnNext(KeycloakAnswer::requireSuccess)
                .then();
    }

    private static Mono<KeycloakAnswer> disable(
            KeycloakAdmin admin, AuthenticationExecutionInfoRepresentation step) {
        step.setRequirement("DISABLED");
        return admin.order(
                "change a step", realm -> realm.flows().updateExecutions(BROWSER_FLOW, step));
    }
}
