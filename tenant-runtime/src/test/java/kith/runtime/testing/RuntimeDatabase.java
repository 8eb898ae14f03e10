package kith.runtime.testing;

import io.r2dbc.pool.ConnectionPool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import kith.embedded.testing.TestDatabase;
import kith.embedded.testing.TestServices;
import kith.runtime.sql.ConnectionSettings;
import kith.runtime.sql.Database;
import kith.runtime.sql.SchemaMigration;
import kith.runtime.tenant.Tenant;
import kith.runtime.tenant.TenantStatus;

/**
 * A migrated database of its own, with the application's role as Kith uses it and the owner for
 * sample data. Close it after the class.
 */
public final class RuntimeDatabase implements AutoCloseable {

    private static final String NEW_TENANT =
            """
            insert into tenant (slug, name, status, currency, zone, locale, catalog_version)
            values (?, ?, 'ACTIVE', 'EUR', 'Europe/Berlin', 'en', ?)
            returning key
            """;

    private final TestDatabase address;
    private final ConnectionPool pool;
    private final CountedStatements statements = new CountedStatements();
    private final Database database;

    private RuntimeDatabase(TestDatabase address) {
        this.address = address;
        this.pool =
                ConnectionSettings.of(
                                address.host(),
                                address.port(),
                                address.database(),
                                address.appUser(),
                                address.appPassword())
                        .pool();
        this.database = new Database(pool, statements);
    }

    public static RuntimeDatabase fresh(String name) {
        return new RuntimeDatabase(TestServices.postgres().copyOf(Template.MIGRATED, name));
    }

    /** As the application's role. */
    public Database database() {
        return database;
    }

    public ConnectionPool pool() {
        return pool;
    }

    public CountedStatements statements() {
        return statements;
    }

    public TestDatabase address() {
        return address;
    }

    /** A new active tenant whose catalog stands at version 0. */
    public Tenant tenant(String slug) {
        return tenant(slug, 0);
    }

    /** A new active tenant. */
    public Tenant tenant(String slug, long catalogVersion) {
        try (Connection connection = owner();
                Statement setting = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(NEW_TENANT)) {
            setting.execute("set kith.registry = 'on'");
            insert.setString(1, slug);
            insert.setString(2, slug);
            insert.setLong(3, catalogVersion);
            try (ResultSet made = insert.executeQuery()) {
                made.next();
                return tenant(made.getInt(1), slug);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot make tenant " + slug, failure);
        }
    }

    private static Tenant tenant(int key, String slug) {
        return new Tenant(
                key,
                slug,
                slug,
                TenantStatus.ACTIVE,
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Berlin"),
                Locale.ENGLISH);
    }

    /**
     * Runs SQL as the tables' owner for a tenant; row-level security binds the owner as well.
     *
     * @return the first column of the first row of the last statement, or an empty text
     */
    public String asOwner(Tenant tenant, String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute("set kith.tenant = '" + tenant.key() + "'");
            statement.execute("set kith.registry = 'on'");
            return first(statement, sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot run: " + sql, failure);
        }
    }

    /** Runs SQL as the application's role with nothing set. */
    public String asApplication(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                address.jdbcUrl(), address.appUser(), address.appPassword());
                Statement statement = connection.createStatement()) {
            return first(statement, sql);
        }
    }

    /** Of several statements the last one answers. */
    private static String first(Statement statement, String sql) throws SQLException {
        String answer = "";
        boolean isRows = statement.execute(sql);
        while (isRows || statement.getUpdateCount() >= 0) {
            answer = isRows ? first(statement.getResultSet()) : "";
            isRows = statement.getMoreResults();
        }
        return answer;
    }

    private static String first(ResultSet rows) throws SQLException {
        return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }

    /** A connection of the tables' owner. */
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(
                address.jdbcUrl(), address.ownerUser(), address.ownerPassword());
    }

    @Override
    public void close() {
        pool.dispose();
    }

    /** Migrated once for all tests of the run; the others are copies. */
    private static final class Template {
        private static final TestDatabase MIGRATED = migrated();

        private static TestDatabase migrated() {
            TestDatabase empty = TestServices.freshDatabase("runtime_template");
            SchemaMigration.run(
                    empty.jdbcUrl(), empty.ownerUser(), empty.ownerPassword(), empty.appUser());
            return empty;
        }
    }
}
