package kith.server.identity;

import java.net.URI;

/** Where the identity provider does what. */
public record ProviderEndpoints(URI authorization, URI token, URI keys, URI endSession) {

    /** Keycloak's, which follow from the issuer; known before Keycloak answers. */
    public static ProviderEndpoints ofKeycloak(URI issuer) {
        String root = issuer + "/protocol/openid-connect/";
        return new ProviderEndpoints(
                URI.create(root + "auth"),
                URI.create(root + "token"),
                URI.create(root + "certs"),
                URI.create(root + "logout"));
    }
}
