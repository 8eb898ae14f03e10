package kith.runtime.stream;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;

/** A writer's transaction, held open for as long as a test likes. */
final class HeldTransaction implements AutoCloseable {

    private final Tenant tenant;
    private final Connection connection;

    HeldTransaction(RuntimeDatabase runtime, Tenant tenant) throws SQLException {
        this.tenant = tenant;
        this.connection =
                DriverManager.getConnection(
                        runtime.address().jdbcUrl(),
                        runtime.address().appUser(),
                        runtime.address().appPassword());
        try (Statement setting = connection.createStatement()) {
            setting.execute("set kith.tenant = '" + tenant.key() + "'");
        }
        connection.setAutoCommit(false);
    }

    /** Makes a record without telling the stream. */
    void make(UUID record) throws SQLException {
        run(
                "insert into record (tenant, object, id, version, created_at, updated_at) values (%d, 7, '%s', 0, now(), now())"
                        .formatted(tenant.key(), record));
    }

    /**
     * Changes a record as writers do: it is locked, and its change written beside it.
     *
     * @param id of the change
     * @param hoursOff how far the node's clock is off
     * @return false if another transaction has the record
     */
    boolean change(UUID record, UUID id, int hoursOff) throws SQLException {
        int version;
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "select version from record where tenant = ? and id = ? for update skip locked")) {
            lock.setInt(1, tenant.key());
            lock.setObject(2, record);
            try (ResultSet found = lock.executeQuery()) {
                if (!found.next()) {
                    return false;
                }
                version = found.getInt(1) + 1;
            }
        }
        run(
                "update record set version = %d where tenant = %d and id = '%s'"
                        .formatted(version, tenant.key(), record));
        write(record, version, id, hoursOff);
        return true;
    }

    /** Writes a change alone. */
    void write(UUID record, int version, UUID id, int hoursOff) throws SQLException {
        run(
                """
                insert into outbox (tenant, id, object, record, version, kind, at, changes)
                values (%d, '%s', 7, '%s', %d, 'UPDATE', now() + interval '%d hours', '{}')
                """
                        .formatted(tenant.key(), id, record, version, hoursOff));
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
