package kith.server.identity;

import java.util.Optional;

/** Which tenant a request is for: the one the token names, or the chosen one of several. */
final class TenantChoice {

    private TenantChoice() {}

    static String of(AccessToken token, Optional<String> wanted) {
        if (token.organizations().isEmpty()) {
            throw IdentityProblem.TENANT_MISSING.because(
                    "The access token names no tenant.",
                    "Ask the issuer for the scope \"openid organization:<tenant>\".");
        }
        if (wanted.isPresent()) {
            return granted(token, wanted.get());
        }
        if (token.organizations().size() > 1) {
            throw IdentityProblem.TENANT_AMBIGUOUS.because(
                    "The access token names several tenants.",
                    "Choose one of them with the header " + TenantHeader.NAME + ".");
        }
        return token.organizations().iterator().next();
    }

    private static String granted(AccessToken token, String slug) {
        if (!token.organizations().contains(slug)) {
            throw IdentityProblem.TENANT_NOT_GRANTED.because(
                    "The access token does not open the tenant that "
                            + TenantHeader.NAME
                            + " names.",
                    "Choose one that it names, or ask the issuer for \"openid organization:<tenant>\".");
        }
        return slug;
    }
}
