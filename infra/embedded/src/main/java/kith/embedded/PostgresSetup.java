package kith.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes roles and databases as the superuser; repeating it changes nothing. */
public final class PostgresSetup implements AutoCloseable {

    private static final String ROLE_EXISTS =
            """
            select 1 from pg_roles where rolname = ?
            """;

    private static final String DATABASE_EXISTS =
            """
            select 1 from pg_database where datname = ?
            """;

    private final Connection connection;

    private PostgresSetup(Connection connection) {
        this.connection = connection;
    }

    public static PostgresSetup connect(PostgresAddress address) throws SQLException {
        return new PostgresSetup(
                DriverManager.getConnection(address.jdbcUrl("postgres"), address.superuserLogin()));
    }

    /** A role that may log in and do what it is granted, nothing else. */
    public void role(DatabaseRole role) throws SQLException {
        if (!exists(ROLE_EXISTS, role.name())) {
            execute("create role " + role.name());
        }
        execute(
                """
                alter role %s with login nosuperuser nocreatedb nocreaterole nobypassrls
                    password '%s'
                """
                        .formatted(role.name(), role.password()));
    }

    /** A database of that owner into which nobody else may connect but the named guests. */
    public void database(String name, DatabaseRole owner, DatabaseRole... guests)
            throws SQLException {
        if (!exists(DATABASE_EXISTS, name)) {
            execute("create database " + identifier(name) + " owner " + owner.name());
        }
        admit(name, guests);
    }

    /** A copy of a database to which nobody is connected. */
    public void copy(String template, String name, DatabaseRole owner, DatabaseRole... guests)
            throws SQLException {
        execute(
                "create database %s template %s owner %s"
                        .formatted(identifier(name), identifier(template), owner.name()));
        admit(name, guests);
    }

    private void admit(String name, DatabaseRole... guests) throws SQLException {
        execute("revoke all on database " + identifier(name) + " from public");
        for (DatabaseRole guest : guests) {
            execute("grant connect on database " + identifier(name) + " to " + guest.name());
        }
    }

    private boolean exists(String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String identifier(String name) {
        if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        return name;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
