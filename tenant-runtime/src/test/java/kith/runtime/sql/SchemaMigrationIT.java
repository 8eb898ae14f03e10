package kith.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import kith.embedded.testing.TestDatabase;
import kith.embedded.testing.TestServices;
import org.junit.jupiter.api.Test;

class SchemaMigrationIT {

    @Test
    void givesADatabaseThatHadALaterMigrationFirstTheEarlierOneAsWell() throws SQLException {
        TestDatabase database = TestServices.freshDatabase("migration_order");
        migrate(database);
        run(
                database,
                "drop table work, job; delete from flyway_schema_history where version = '4'");

        migrate(database);
        migrate(database);

        assertThat(run(database, "select count(*) from work")).isEqualTo("0");
        assertThat(run(database, "select count(*) from flyway_schema_history where version = '4'"))
                .isEqualTo("1");
    }

    private static void migrate(TestDatabase database) {
        SchemaMigration.run(
                database.jdbcUrl(),
                database.ownerUser(),
                database.ownerPassword(),
                database.appUser());
    }

    private static String run(TestDatabase database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(),
                                database.ownerUser(),
                                database.ownerPassword());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
