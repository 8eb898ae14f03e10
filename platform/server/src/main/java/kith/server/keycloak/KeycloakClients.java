package kith.server.keycloak;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kith.server.settings.IdentityAddress;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The clients of a local realm, which follow the address of the server. */
public final class KeycloakClients {

    private final KeycloakAdmin admin;
    private final IdentityAddress address;

    public KeycloakClients(WebClient http, IdentityAddress address, Clock clock) {
        this.admin = new KeycloakAdmin(http, address, clock);
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
                                                "directAccessGrantsEnabled", allowsPasswordGrant)));
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
        ObjectNode attributes = client.withObject("/attributes");
        Map.of("post.logout.redirect.uris", publicUrl + "/").forEach(attributes::put);
        return client;
    }

    private static String id(JsonNode client) {
        return client.path("id").asString();
    }
}
