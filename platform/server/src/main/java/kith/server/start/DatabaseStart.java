package kith.server.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import kith.metadata.problem.ProblemException;
import kith.runtime.sql.SchemaMigration;
import kith.server.settings.DatabaseAddress;
import org.flywaydb.core.api.FlywayException;

/** Makes sure that the database can be reached and has the tables of this version. */
final class DatabaseStart {

    private static final String HAS_TABLES =
            """
            select to_regclass('tenant') is not null
            """;

    private DatabaseStart() {}

    /**
     * Migrates as the owner; without an owner the tables must be there already.
     *
     * @throws ProblemException saying in what way an address is wrong
     */
    static void prepare(DatabaseAddress application, Optional<DatabaseAddress> owner) {
        owner.ifPresentOrElse(
                role -> {
                    requireReachable(role, "KITH_DATABASE_OWNER_URL");
                    migrate(role, application.user());
                    requireReachable(application, "KITH_DATABASE_URL");
                },
                () -> requireTables(application));
    }

    private static void migrate(DatabaseAddress owner, String applicationRole) {
        try {
            SchemaMigration.run(owner.jdbcUrl(), owner.user(), owner.password(), applicationRole);
        } catch (FlywayException failure) {
            throw StartCode.MIGRATION_FAILED.because(
                    "The tables of "
                            + owner
                            + " could not be brought to this version: "
                            + firstLine(failure),
                    "The log has the statement; the database is as it was before it.",
                    failure);
        }
    }

    private static void requireReachable(DatabaseAddress address, String variable) {
        try (Connection connection = connect(address)) {
            connection.isValid(5);
        } catch (SQLException failure) {
            throw refusal(address, variable, failure);
        }
    }

    private static void requireTables(DatabaseAddress address) {
        try {
            if (!"t".equals(text(address, HAS_TABLES))) {
                throw StartCode.DATABASE_NOT_MIGRATED.because(
                        "The database " + address + " has no tables of Kith.",
                        "Set KITH_DATABASE_OWNER_URL to the role that may create them.");
            }
        } catch (SQLException failure) {
            throw refusal(address, "KITH_DATABASE_URL", failure);
        }
    }

    /** The first value of the answer, as text. */
    static String text(DatabaseAddress address, String query) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        DriverManager.setLoginTimeout(10);
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    static ProblemException refusal(
            DatabaseAddress address, String variable, SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith("28") || state.startsWith("3D")) {
            return StartCode.DATABASE_REFUSED.because(
                    "The database " + address + " refuses: " + firstLine(failure) + ".",
                    "Check user, password and database of " + variable + ".",
                    failure);
        }
        return StartCode.DATABASE_UNREACHABLE.because(
                "The database " + address + " cannot be reached: " + firstLine(failure) + ".",
                "Check that PostgreSQL runs there, and " + variable + ".",
                failure);
    }

    private static String firstLine(Exception failure) {
        String text = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return text.lines().findFirst().orElse("").replaceAll("\\.$", "");
    }
}
