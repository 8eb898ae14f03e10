package kith.bench.data;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The PostgreSQL that holds the records of all products, and the superuser's way into it.
 *
 * @param rolePassword of {@link #ROLE}
 */
public record DatabaseServer(
        String host, int port, String superuser, String password, String rolePassword) {

    /** The role of the other products; it owns their databases. */
    public static final String ROLE = "bench";

    /** The database of PostGraphile and of hand-written SQL. */
    public static final String NATIVE = "bench_native";

    /** The database of Directus, which adds tables of its own. */
    public static final String DIRECTUS = "bench_directus";

    /** Kith's own. */
    public static final String KITH = "kith";

    /** The application's role of Kith. */
    public static final String KITH_ROLE = "kith_app";

    public Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", superuser);
        login.setProperty("password", password);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + host + ":" + port + "/" + database, login);
    }

    /** The words that tell a program how to reach a database as {@link #ROLE}. */
    public String roleUrl(String database) {
        return "postgres://%s:%s@%s:%d/%s".formatted(ROLE, rolePassword, host, port, database);
    }

    @Override
    public String toString() {
        return "DatabaseServer[" + host + ":" + port + "]";
    }
}
