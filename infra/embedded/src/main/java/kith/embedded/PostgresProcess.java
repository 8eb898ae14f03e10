package kith.embedded;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A PostgreSQL of our own on the loopback interface, with database {@code kith} (owner {@code
 * kith_owner}, application role {@code kith_app}) and database {@code keycloak}.
 */
public final class PostgresProcess implements AutoCloseable {

    static final String SERVICE = "postgres";
    private static final String HOST = "127.0.0.1";
    private static final Duration READY_LIMIT = Duration.ofMinutes(2);

    private final SupervisedChild child;
    private final PostgresAddress address;
    private final DatabaseRole owner;
    private final DatabaseRole app;
    private final DatabaseRole keycloak;

    private PostgresProcess(SupervisedChild child, Logins logins) {
        this.child = child;
        this.address = logins.address();
        this.owner = logins.owner();
        this.app = logins.app();
        this.keycloak = logins.keycloak();
    }

    /** Starts it over the data of earlier starts; the orphan of a killed parent is ended first. */
    public static PostgresProcess start(DataDirectory data, int portOr0, Durability durability) {
        PostgresBinaries binaries = PostgresBinaries.unpacked(CacheDirectory.ofUser());
        data.pidFile(SERVICE).endOrphan(StopSignal.INT);
        PostgresCluster cluster = new PostgresCluster(data, binaries);
        cluster.prepare();
        int port = data.ports().choose(SERVICE, portOr0);
        ChildCommand command = command(data, binaries, cluster, port, durability);
        // Read before there is a child, for nothing may fail unnoticed once there is one.
        Logins logins = Logins.read(port, data.secrets());
        ChildProcess child = ChildProcess.start(command, data);
        child.awaitReady(cluster::isReady, READY_LIMIT);
        SupervisedChild supervised =
                SupervisedChild.over(child, () -> ChildProcess.start(command, data));
        PostgresProcess postgres = new PostgresProcess(supervised, logins);
        postgres.setUp();
        return postgres;
    }

    /** Who may log in where. */
    private record Logins(
            PostgresAddress address, DatabaseRole owner, DatabaseRole app, DatabaseRole keycloak) {

        static Logins read(int port, Secrets secrets) {
            return new Logins(
                    new PostgresAddress(
                            HOST, port, PostgresCluster.SUPERUSER, secrets.get("postgres")),
                    new DatabaseRole("kith_owner", secrets.get("kith_owner")),
                    new DatabaseRole("kith_app", secrets.get("kith_app")),
                    new DatabaseRole("keycloak", secrets.get("keycloak_database")));
        }
    }

    private static ChildCommand command(
            DataDirectory data,
            PostgresBinaries binaries,
            PostgresCluster cluster,
            int port,
            Durability durability) {
        List<String> words = new ArrayList<>(Machine.asOrdinaryUser());
        words.addAll(List.of(binaries.program("postgres"), "-D", cluster.folder().toString()));
        Map<String, String> settings = new TreeMap<>(durability.settings());
        settings.put("listen_addresses", HOST);
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "300");
        settings.put("shared_buffers", "256MB");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("shared_preload_libraries", "pg_stat_statements");
        settings.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return new ChildCommand(SERVICE, words, Map.of(), data.root(), StopSignal.INT);
    }

    private void setUp() {
        try (PostgresSetup setup = PostgresSetup.connect(address)) {
            setup.role(owner);
            setup.role(app);
            setup.role(keycloak);
            setup.database("kith", owner, app);
            setup.database("keycloak", keycloak);
        } catch (SQLException failure) {
            close();
            throw new StartProblem(
                    StartProblem.Code.DAMAGED,
                    "PostgreSQL runs but its roles cannot be set up: " + failure.getMessage(),
                    "Did secrets.properties in the data directory get lost or changed?",
                    failure);
        }
    }

    public PostgresAddress address() {
        return address;
    }

    /** Owns the database and may change its tables. */
    public DatabaseRole owner() {
        return owner;
    }

    /** Owns nothing and cannot pass by row-level security. */
    public DatabaseRole app() {
        return app;
    }

    DatabaseRole keycloak() {
        return keycloak;
    }

    public boolean isAlive() {
        return child.current().isAlive();
    }

    ChildProcess child() {
        return child.current();
    }

    @Override
    public void close() {
        child.close();
    }
}
