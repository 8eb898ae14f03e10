package kith.server.start;

import java.net.URI;
import java.sql.SQLException;
import kith.server.digest.Sha256;
import kith.server.settings.DatabaseAddress;

/**
 * Tells installations apart that share a Redis. It follows from the database and the realm, which
 * all nodes have in common, so it survives restarts and needs no setting.
 */
final class InstallationId {

    /** Copies of a cluster have the same; their realms differ. */
    private static final String DATABASE =
            """
            select system_identifier || '/' || current_database() from pg_control_system()
            """;

    private static final String MAY_NOT = "42501";
    private static final int LENGTH = 12;

    private InstallationId() {}

    static String of(DatabaseAddress database, URI issuer) {
        return Sha256.hex(databaseId(database) + " " + issuer).substring(0, LENGTH);
    }

    private static String databaseId(DatabaseAddress database) {
        try {
            return DatabaseStart.text(database, DATABASE);
        } catch (SQLException failure) {
            if (MAY_NOT.equals(failure.getSQLState())) {
                return database.host() + ":" + database.port() + "/" + database.database();
            }
            throw DatabaseStart.refusal(database, "KITH_DATABASE_URL", failure);
        }
    }
}
