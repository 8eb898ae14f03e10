package kith.server.keycloak;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import kith.server.settings.IdentityAddress;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The realm of a local installation, which follows the address of the server. */
public final class LocalRealm {

    /** Asks for the address on a page of its own before the password. */
    private static final String IDENTITY_FIRST = "Organization";

    private final KeycloakAdmin admin;
    private final IdentityAddress address;

    /**
     * @param user the administrator of the whole Keycloak
     */
    public LocalRealm(
            WebClient http, IdentityAddress address, String user, String password, Clock clock) {
        this.admin =
                new KeycloakAdmin(
                        http,
                        address.issuer(),
                        AdminLogin.person(address.issuer(), user, password),
                        clock);
        this.address = address;
    }

    /**
     * Lets browsers come back to the server, and programs sign in with a password or not.
     *
     * @param publicUrl how browsers reach the server
     */
    public Mono<Void> follow(URI publicUrl, boolean allowsPasswordGrant) {
        return change(address.web().id(), client -> withAddress(client, publicUrl))
                .then(
                        change(
                                address.cliClientId(),
                                client ->
                                        client.put(
                                                "directAccessGrantsEnabled", allowsPasswordGrant)))
                .then(signInOnOnePage());
    }

    private Mono<Void> change(String clientId, UnaryOperator<ObjectNode> change) {
        return admin.get("/clients?clientId={id}", clientId)
                .map(clients -> change.apply((ObjectNode) clients.required(0).deepCopy()))
                .flatMap(client -> admin.put(client, "/clients/{id}", id(client)))
                .doOnNext(KeycloakAnswer::requireSuccess)
                .then();
    }

    private static ObjectNode withAddress(ObjectNode client, URI publicUrl) {
        client.putPOJO("redirectUris", List.of(publicUrl + "/auth/callback"));
        client.put("baseUrl", publicUrl + "/");
        client.withObject("/attributes").put("post.logout.redirect.uris", publicUrl + "/");
        return client;
    }

    private Mono<Void> signInOnOnePage() {
        return admin.get("/authentication/flows/browser/executions")
                .flatMapIterable(steps -> steps)
                .filter(step -> step.path("displayName").asString("").equals(IDENTITY_FIRST))
                .map(step -> ((ObjectNode) step.deepCopy()).put("requirement", "DISABLED"))
                .concatMap(step -> admin.put(step, "/authentication/flows/browser/executions"))
                .doOnNext(KeycloakAnswer::requireSuccess)
                .then();
    }

    private static String id(JsonNode client) {
        return client.path("id").asString();
    }
}
