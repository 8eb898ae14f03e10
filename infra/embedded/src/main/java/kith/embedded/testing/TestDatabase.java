package kith.embedded.testing;

/**
 * A database that only one test class knows. The owner may do everything in it; the application's
 * role owns nothing and is bound by row-level security.
 */
public record TestDatabase(
        String host,
        int port,
        String database,
        String ownerUser,
        String ownerPassword,
        String appUser,
        String appPassword) {

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    public String r2dbcUrl() {
        return "r2dbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** The form of {@code KITH_DATABASE_OWNER_URL}. */
    public String ownerUrl() {
        return url(ownerUser, ownerPassword);
    }

    /** The form of {@code KITH_DATABASE_URL}. */
    public String appUrl() {
        return url(appUser, appPassword);
    }

    private String url(String user, String password) {
        return "postgresql://%s:%s@%s:%d/%s".formatted(user, password, host, port, database);
    }
}
