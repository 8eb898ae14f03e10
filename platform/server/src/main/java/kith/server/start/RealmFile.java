package kith.server.start;

import java.util.Map;

/**
 * The realm of a local installation, as Keycloak imports it. Secrets are placeholders in it; what
 * depends on the server's address is set by {@link kith.server.keycloak.LocalRealm} at each start.
 */
public final class RealmFile {

    public static final String REALM = "kith";
    public static final String WEB_CLIENT = "kith-web";
    public static final String ADMIN_CLIENT = "kith-admin";

    private static final String RESOURCE = "/kith/identity/realm.json";

    private RealmFile() {}

    /** The document with its placeholders. */
    public static String read() {
        return ProductFile.read(RESOURCE);
    }

    /** What the placeholders stand for. */
    public static Map<String, String> placeholders(
            String webSecret, String adminSecret, String operatorPassword) {
        return Map.of(
                "KITH_WEB_SECRET", webSecret,
                "KITH_ADMIN_SECRET", adminSecret,
                "KITH_OPERATOR_PASSWORD", operatorPassword);
    }
}
