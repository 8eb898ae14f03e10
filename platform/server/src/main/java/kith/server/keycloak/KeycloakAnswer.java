package kith.server.keycloak;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import kith.metadata.problem.ProblemException;
import kith.server.identity.IdentityProblem;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/**
 * An answer of the admin API.
 *
 * @param call what was asked, to name in problems
 * @param location the address of what was made
 * @param reason why it was refused, where Keycloak says so
 */
record KeycloakAnswer(String call, int status, Optional<String> location, Optional<String> reason) {

    /** Reads all that matters, and gives the connection back. */
    static KeycloakAnswer of(String call, Response response) {
        try (response) {
            return new KeycloakAnswer(
                    call,
                    response.getStatus(),
                    Optional.ofNullable(response.getHeaderString("Location")),
                    reason(response));
        }
    }

    private static Optional<String> reason(Response response) {
        if (isSuccess(response.getStatus())
                || !MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())) {
            return Optional.empty();
        }
        response.bufferEntity();
        return Optional.ofNullable(response.readEntity(ErrorRepresentation.class).getErrorMessage())
                .or(() ->
                        Optional.ofNullable(
                                response.readEntity(OAuth2ErrorRepresentation.class).getError()));
    }

    private static boolean isSuccess(int status) {
        return Response.Status.Family.familyOf(status) == Response.Status.Family.SUCCESSFUL;
    }

    boolean isSuccess() {
        return isSuccess(status);
    }

    boolean isConflict() {
        return status == Response.Status.CONFLICT.getStatusCode();
    }

    boolean isNotFound() {
        return status == Response.Status.NOT_FOUND.getStatusCode();
    }

    KeycloakAnswer requireSuccess() {
        if (isSuccess()) {
            return this;
        }
        throw refusal();
    }

    ProblemException refusal() {
        return IdentityProblem.IDENTITY_PROVIDER_UNAVAILABLE.because(
                "The identity provider refused to %s with %d%s."
                        .formatted(call, status, reason.map(text -> ": " + text).orElse("")),
                "The server's client there may lack a role, or the request is one it cannot meet.");
    }

    /** The id at the end of the address of what was made. */
    String madeId() {
        String address =
                location.orElseThrow(
                        () -> new IllegalStateException(call + " answered without a location"));
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
