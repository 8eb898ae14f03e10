package kith.server.settings;

import java.net.URI;

/**
 * The installation as it runs: every address is known, whether configured or embedded.
 *
 * @param id the same on all nodes, another than that of any other installation
 * @param publicUrl how browsers reach the server, without a path
 * @param version of the product
 */
public record Installation(
        String id,
        String host,
        int port,
        URI publicUrl,
        DatabaseAddress database,
        URI redis,
        IdentityAddress identity,
        String version,
        RuleSettings rules,
        EdgeSettings edge) {

    /** True when cookies must only travel encrypted. */
    public boolean isHttps() {
        return "https".equals(publicUrl.getScheme());
    }
}
