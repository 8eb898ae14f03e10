package kith.embedded.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestServicesIT {

    @Test
    void givesEveryCallerADatabaseOfItsOwn() throws SQLException {
        TestDatabase one = TestServices.freshDatabase("one");
        TestDatabase other = TestServices.freshDatabase("one");

        asOwner(one, "create table thing (id int)");
        asOwner(other, "create table thing (id int)");

        assertThat(one.database()).isNotEqualTo(other.database());
    }

    @Test
    void copiesADatabase() throws SQLException {
        TestDatabase template = TestServices.freshDatabase("template");
        asOwner(template, "create table thing as select 42 as id");

        TestDatabase copy = TestServices.postgres().copyOf(template, "copy");

        assertThat(asOwner(copy, "select id from thing")).isEqualTo("42");
    }

    @Test
    void givesTheApplicationARoleThatOwnsNothing() throws SQLException {
        TestDatabase database = TestServices.freshDatabase("app");

        try (Connection connection =
                DriverManager.getConnection(
                        database.jdbcUrl(), database.appUser(), database.appPassword())) {
            assertThat(
                            answer(
                                    connection,
                                    "select rolsuper or rolbypassrls or rolcreaterole from pg_roles"
                                            + " where rolname = current_user"))
                    .isEqualTo("f");
            assertThatThrownBy(() -> answer(connection, "create table thing (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void comparesTextByCodePoint() throws SQLException {
        TestDatabase database = TestServices.freshDatabase("text");

        assertThat(asOwner(database, "select ('a' < 'B')::text || lower('Ä')")).isEqualTo("falseä");
    }

    static String asOwner(TestDatabase database, String sql) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(
                        database.jdbcUrl(), database.ownerUser(), database.ownerPassword())) {
            return answer(connection, sql);
        }
    }

    private static String answer(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
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
