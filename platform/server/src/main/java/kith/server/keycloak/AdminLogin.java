package kith.server.keycloak;

import java.net.URI;
import kith.server.settings.ClientCredentials;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * How calls of the admin API get their token.
 *
 * @param form what is sent to the token endpoint
 */
record AdminLogin(String tokenEndpoint, MultiValueMap<String, String> form) {

    private static final String TOKEN_PATH = "/protocol/openid-connect/token";

    /** As a client of the realm itself, with the roles that it has there. */
    static AdminLogin client(URI issuer, ClientCredentials client) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", client.id());
        form.add("client_secret", client.secret());
        return new AdminLogin(issuer + TOKEN_PATH, form);
    }

    /** As the administrator of the whole Keycloak. */
    static AdminLogin person(URI issuer, String user, String password) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "password");
        form.add("client_id", "admin-cli");
        form.add("username", user);
        form.add("password", password);
        String text = issuer.toString();
        String realms = text.substring(0, text.lastIndexOf('/'));
        return new AdminLogin(realms + "/master" + TOKEN_PATH, form);
    }

    @Override
    public String toString() {
        return "AdminLogin[" + tokenEndpoint + "]";
    }
}
