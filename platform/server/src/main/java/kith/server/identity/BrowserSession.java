package kith.server.identity;

import java.time.Instant;

/**
 * A browser that signed in. The tokens never reach the browser.
 *
 * @param csrfToken what the page sends back to prove that it is ours
 * @param refreshUntil when the identity provider stops renewing the tokens
 */
public record BrowserSession(
        String csrfToken,
        String accessToken,
        Instant accessUntil,
        String refreshToken,
        Instant refreshUntil,
        String idToken) {

    BrowserSession renewed(ProviderTokens tokens) {
        return new BrowserSession(
                csrfToken,
                tokens.accessToken(),
                tokens.accessUntil(),
                tokens.refreshToken(),
                tokens.refreshUntil(),
                tokens.idToken());
    }

    @Override
    public String toString() {
        return "BrowserSession[until " + refreshUntil + "]";
    }
}
