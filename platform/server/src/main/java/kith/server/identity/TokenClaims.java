package kith.server.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what Keycloak writes into access tokens. */
final class TokenClaims {

    private TokenClaims() {}

    static AccessToken read(String subject, Instant expiresAt, Map<String, Object> claims) {
        return new AccessToken(
                subject,
                organizations(claims.get("organization")),
                realmRoles(claims.get("realm_access")).contains(AccessToken.OPERATOR_ROLE),
                text(claims.get("name")),
                text(claims.get("email")),
                expiresAt);
    }

    /** A list of aliases, or an object by alias where the mapper adds ids or attributes. */
    private static Set<String> organizations(@Nullable Object claim) {
        return switch (claim) {
            case String alias -> Set.of(alias);
            case Collection<?> aliases -> strings(aliases);
            case Map<?, ?> byAlias -> strings(byAlias.keySet());
            case null, default -> Set.of();
        };
    }

    private static Set<String> realmRoles(@Nullable Object claim) {
        return claim instanceof Map<?, ?> access
                        && access.get("roles") instanceof Collection<?> roles
                ? strings(roles)
                : Set.of();
    }

    private static Set<String> strings(Collection<?> values) {
        Set<String> strings = new LinkedHashSet<>();
        for (Object value : values) {
            strings.add(String.valueOf(value));
        }
        return strings;
    }

    private static Optional<String> text(@Nullable Object claim) {
        return claim instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
