package kith.embedded;

import java.util.Map;

/**
 * The look of Keycloak's pages.
 *
 * @param name by which a realm chooses it
 * @param files the text of each file by its path, such as {@code login/theme.properties}
 */
public record KeycloakTheme(String name, Map<String, String> files) {

    public KeycloakTheme {
        files = Map.copyOf(files);
        if (!name.matches("[a-z]+")) {
            throw new IllegalArgumentException("not a name of a theme: " + name);
        }
    }
}
