package kith.server.settings;

import java.net.URI;

/**
 * How the identity provider is reached.
 *
 * @param issuer the realm's address, as tokens name it
 * @param audience what the tokens for this server are made out to
 * @param web signs browsers in
 * @param admin makes organizations and accounts
 * @param cliClientId the public client of command lines
 */
public record IdentityAddress(
        URI issuer,
        String audience,
        ClientCredentials web,
        ClientCredentials admin,
        String cliClientId) {

    public static final String AUDIENCE = "kith";
    public static final String CLI_CLIENT = "kith-cli";
}
