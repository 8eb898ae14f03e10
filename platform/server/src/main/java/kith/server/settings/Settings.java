package kith.server.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What whoever starts the server asks for. A service without an address is started embedded.
 *
 * @param host the address to listen on
 * @param publicUrl how browsers reach the server, without a path
 * @param database the application's role, which owns nothing
 * @param databaseOwner the role that migrates
 * @param identityClient makes organizations and accounts
 * @param webClient signs browsers in
 * @param rules where and within what limits rules run
 * @param edge whom the server lets come near
 */
public record Settings(
        String host,
        int port,
        URI publicUrl,
        Path dataDirectory,
        Optional<DatabaseAddress> database,
        Optional<DatabaseAddress> databaseOwner,
        Optional<URI> redis,
        Optional<URI> issuer,
        Optional<ClientCredentials> identityClient,
        Optional<ClientCredentials> webClient,
        RuleSettings rules,
        EdgeSettings edge) {

    /** True when only this machine can reach the server. */
    public boolean isLoopback() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }
}
