package kith.runtime.sql;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.client.SSLMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import reactor.netty.resources.LoopResources;

/**
 * How the application connects.
 *
 * @param poolSize how many connections a node keeps at most
 * @param encryption whether the way is encrypted, and how the server proves itself
 * @param statementTimeout after which PostgreSQL stops a statement
 * @param acquireTimeout how long a request waits for a connection
 */
public record ConnectionSettings(
        String host,
        int port,
        String database,
        String user,
        String password,
        Encryption encryption,
        int poolSize,
        Duration statementTimeout,
        Duration acquireTimeout) {

    /** Statements that a connection keeps prepared; each costs memory in PostgreSQL. */
    private static final int PREPARED_STATEMENTS = 300;

    public static ConnectionSettings of(
            String host, int port, String database, String user, String password) {
        return new ConnectionSettings(
                host,
                port,
                database,
                user,
                password,
                Encryption.PREFERRED,
                10,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10));
    }

    public ConnectionSettings with(Encryption way) {
        return new ConnectionSettings(
                host,
                port,
                database,
                user,
                password,
                way,
                poolSize,
                statementTimeout,
                acquireTimeout);
    }

    /**
     * How the way to PostgreSQL is encrypted.
     *
     * @param mode as in PostgreSQL's own programs: disable, prefer, require, verify-full, …
     * @param rootCertificate a file with whom to trust instead of the machine's authorities
     */
    public record Encryption(String mode, Optional<String> rootCertificate) {

        /** Encrypted where the server can. */
        public static final Encryption PREFERRED = new Encryption("prefer", Optional.empty());
    }

    /** With network threads that all such pools share. The caller closes it. */
    public ConnectionPool pool() {
        return pool(driver());
    }

    /**
     * The caller closes it, and the network threads after it. Where these serve requests as well,
     * an answer of the database need not go from one thread to another.
     */
    public ConnectionPool pool(LoopResources networkThreads) {
        return pool(driver().loopResources(networkThreads));
    }

    private ConnectionPool pool(PostgresqlConnectionConfiguration.Builder driver) {
        return new ConnectionPool(
                ConnectionPoolConfiguration.builder(new PostgresqlConnectionFactory(driver.build()))
                        .name("kith")
                        .initialSize(1)
                        .maxSize(poolSize)
                        .maxAcquireTime(acquireTimeout)
                        .build());
    }

    /**
     * Just-in-time compilation of queries costs more than it gives on statements this short. And
     * where PostgreSQL has no statistics yet, as in a new installation, it takes all records of a
     * tenant for one: a batch would be compared with a materialized scan of them, each with each
     * (half a minute for 10,000 by 20,000). Without that choice it hashes.
     */
    private PostgresqlConnectionConfiguration.Builder driver() {
        PostgresqlConnectionConfiguration.Builder driver =
                PostgresqlConnectionConfiguration.builder();
        encryption.rootCertificate().ifPresent(driver::sslRootCert);
        return driver.sslMode(SSLMode.fromValue(encryption.mode()))
                .host(host)
                .port(port)
                .database(database)
                .username(user)
                .password(password)
                .applicationName("kith")
                .timeZone("UTC")
                .preparedStatementCacheQueries(PREPARED_STATEMENTS)
                .statementTimeout(statementTimeout)
                .options(
                        Map.of(
                                "jit", "off",
                                "enable_material", "off",
                                "idle_in_transaction_session_timeout", "60s"));
    }

    /** Shows no password. */
    @Override
    public String toString() {
        return "ConnectionSettings[" + user + "@" + host + ":" + port + "/" + database + "]";
    }
}
