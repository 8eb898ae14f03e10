package kith.server.identity;

/**
 * A sign-in on its way to the identity provider and back.
 *
 * @param nonce must come back in the ID token
 * @param verifier proves that the code is redeemed by who asked for it (PKCE)
 * @param returnTo the page that the browser wants, a path of this server
 */
public record PendingSignIn(String nonce, String verifier, String returnTo) {}
