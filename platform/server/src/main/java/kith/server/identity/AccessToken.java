package kith.server.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a verified access token says.
 *
 * @param subject the account at the identity provider
 * @param organizations the slugs of the tenants that the token opens
 * @param isOperator may run the installation
 */
public record AccessToken(
        String subject,
        Set<String> organizations,
        boolean isOperator,
        Optional<String> name,
        Optional<String> email,
        Instant expiresAt) {

    /** The realm role of those who run the installation. */
    public static final String OPERATOR_ROLE = "platform-operator";

    public AccessToken {
        organizations = Set.copyOf(organizations);
    }
}
