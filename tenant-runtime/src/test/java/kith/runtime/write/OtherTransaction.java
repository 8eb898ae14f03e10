package kith.runtime.write;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

/** Another transaction of a tenant, by hand, which a write meets. */
final class OtherTransaction implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Writing writing;
    private final Connection connection;
    private final int pid;

    OtherTransaction(Writing writing, Writing.As tenant) throws SQLException {
        this.writing = writing;
        this.connection = writing.runtime().owner();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            pid = rows.getInt(1);
        }
        execute("set kith.tenant = '" + tenant.caller().tenant().key() + "'");
    }

    void run(String sql, UUID id) throws SQLException {
        execute(sql.formatted(id));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Waits until a condition holds. */
    void await(String condition, UUID id) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Statement statement = connection.createStatement()) {
            while (System.nanoTime() < end) {
                try (ResultSet rows = statement.executeQuery(condition.formatted(id))) {
                    if (rows.next() && rows.getBoolean(1)) {
                        return;
                    }
                }
                connection.commit();
            }
        }
        throw new AssertionError("Never true: " + condition);
    }

    /** Waits until a statement waits for a lock of this transaction; tells the waiting backend. */
    int awaitWaiting() throws SQLException {
        return awaitWaitingFor(writing, pid);
    }

    /** Waits until a statement waits for a lock that the backend holds. */
    static int awaitWaitingFor(Writing writing, int holder) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String waiting =
                "select pid from pg_locks where not granted and %d = any(pg_blocking_pids(pid))"
                        .formatted(holder);
        try (Connection watcher = writing.runtime().owner();
                Statement statement = watcher.createStatement()) {
            while (System.nanoTime() < end) {
                try (ResultSet rows = statement.executeQuery(waiting)) {
                    if (rows.next()) {
                        return rows.getInt(1);
                    }
                }
            }
        }
        throw new AssertionError("Nobody waits for a lock");
    }

    void killWaiting() throws SQLException {
        kill(awaitWaiting());
    }

    void kill(int backend) throws SQLException {
        writing.runtime().asApplication("select pg_terminate_backend(%d)".formatted(backend));
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
