package kith.server.keycloak;

import java.util.Optional;
import kith.server.identity.IdentityProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * An answer of the admin API.
 *
 * @param call method and path, to name in problems
 * @param location the address of what was made
 */
record KeycloakAnswer(
        String call, HttpStatusCode status, Optional<String> location, JsonNode body) {

    static final HttpStatusCode NOT_FOUND = HttpStatus.NOT_FOUND;

    KeycloakAnswer(String call, HttpStatusCode status, @Nullable String location, JsonNode body) {
        this(call, status, Optional.ofNullable(location), body);
    }

    static KeycloakAnswer withoutBody(
            String call, HttpStatusCode status, @Nullable String location) {
        return new KeycloakAnswer(call, status, location, MissingNode.getInstance());
    }

    boolean isConflict() {
        return status.isSameCodeAs(HttpStatus.CONFLICT);
    }

    boolean isNotFound() {
        return status.isSameCodeAs(NOT_FOUND);
    }

    KeycloakAnswer requireSuccess() {
        if (status.is2xxSuccessful()) {
            return this;
        }
        throw IdentityProblem.IDENTITY_PROVIDER_UNAVAILABLE.because(
                "The identity provider refused %s with %d%s."
                        .formatted(call, status.value(), reason()),
                "The server's client there may lack a role, or the request is one it cannot meet.");
    }

    private String reason() {
        String text = body.path("errorMessage").asString(body.path("error").asString(""));
        return text.isEmpty() ? "" : ": " + text;
    }

    /** The id at the end of the address of what was made. */
    String madeId() {
        String address =
                location.orElseThrow(
                        () -> new IllegalStateException(call + " answered without a location"));
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
