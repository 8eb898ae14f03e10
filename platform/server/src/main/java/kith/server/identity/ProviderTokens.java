package kith.server.identity;

import java.time.Instant;

/** What the identity provider's token endpoint hands out. */
record ProviderTokens(
        String accessToken,
        Instant accessUntil,
        String refreshToken,
        Instant refreshUntil,
        String idToken) {

    @Override
    public String toString() {
        return "ProviderTokens[until " + accessUntil + "]";
    }
}
