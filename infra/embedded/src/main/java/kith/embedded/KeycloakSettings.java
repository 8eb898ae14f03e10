package kith.embedded;

import java.util.Map;
import java.util.Optional;

/**
 * What a Keycloak is started with.
 *
 * @param portOr0 its port on the loopback interface; 0 for the remembered one
 * @param realmJson a realm in Keycloak's export format, imported when it does not exist yet
 * @param placeholders values for {@code ${NAME}} in that realm, given as environment variables
 * @param theme what realms may choose beyond Keycloak's own
 */
public record KeycloakSettings(
        int portOr0,
        Optional<String> realmJson,
        Map<String, String> placeholders,
        Optional<KeycloakTheme> theme) {

    public KeycloakSettings {
        placeholders = Map.copyOf(placeholders);
    }

    /** Any port, no realm beyond Keycloak's own. */
    public static KeycloakSettings bare() {
        return new KeycloakSettings(0, Optional.empty(), Map.of(), Optional.empty());
    }
}
