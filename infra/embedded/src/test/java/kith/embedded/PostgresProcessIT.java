package kith.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProcessIT {

    @TempDir private Path folder;

    @Test
    void keepsDataPasswordsAndPortFromStartToStart() throws SQLException {
        PostgresAddress first;
        try (DataDirectory data = DataDirectory.open(folder);
                PostgresProcess postgres = PostgresProcess.start(data, 0, Durability.DURABLE)) {
            first = postgres.address();
            asOwner(postgres, "create table thing as select 42 as id");
        }
        try (DataDirectory data = DataDirectory.open(folder);
                PostgresProcess postgres = PostgresProcess.start(data, 0, Durability.DURABLE)) {
            assertThat(postgres.address()).isEqualTo(first);
            assertThat(asOwner(postgres, "select id from thing")).isEqualTo("42");
        }
    }

    @Test
    void losesNothingThatWasAcknowledged() throws SQLException {
        try (DataDirectory data = DataDirectory.open(folder);
                PostgresProcess postgres = PostgresProcess.start(data, 0, Durability.DURABLE)) {
            assertThat(asOwner(postgres, "show fsync")).isEqualTo("on");
            assertThat(asOwner(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(asOwner(postgres, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void admitsNobodyWithoutPassword() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder);
                PostgresProcess postgres = PostgresProcess.start(data, 0, Durability.THROWAWAY)) {
            String url = postgres.address().jdbcUrl("kith");

            assertThatThrownBy(() -> DriverManager.getConnection(url, "kith_app", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(
                                            folder.resolve("secrets.properties"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void startsOverTheDataOfAParentThatWasKilled() throws Exception {
        ParentProgram parent = ParentProgram.withPostgresIn(folder);
        ProcessHandle orphan = parent.postgres();
        parent.kill();

        assertThat(Waiting.until(() -> !orphan.isAlive(), Duration.ofSeconds(30))).isTrue();
        try (DataDirectory data = DataDirectory.open(folder);
                PostgresProcess postgres = PostgresProcess.start(data, 0, Durability.DURABLE)) {
            assertThat(asOwner(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void comesBackAfterACrash() {
        try (DataDirectory data = DataDirectory.open(folder);
                PostgresProcess postgres = PostgresProcess.start(data, 0, Durability.DURABLE)) {
            long crashed = postgres.child().pid();
            ProcessHandle.of(crashed).orElseThrow().destroyForcibly();

            assertThat(Waiting.until(() -> answersAgain(postgres, crashed), Duration.ofMinutes(1)))
                    .isTrue();
        }
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws IOException {
        Path cluster = Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(cluster.resolve("PG_VERSION"), "15\n");

        try (DataDirectory data = DataDirectory.open(folder)) {
            assertThatThrownBy(() -> PostgresProcess.start(data, 0, Durability.DURABLE))
                    .isInstanceOfSatisfying(
                            StartProblem.class,
                            problem ->
                                    assertThat(problem.code())
                                            .isEqualTo(StartProblem.Code.OTHER_MAJOR_VERSION))
                    .hasMessageContaining("PostgreSQL 15")
                    .hasMessageContaining("PostgreSQL 18");
        }
    }

    @Test
    void namesTheTakenPort() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder);
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> PostgresProcess.start(data, port, Durability.THROWAWAY))
                    .isInstanceOfSatisfying(
                            StartProblem.class,
                            problem ->
                                    assertThat(problem.code())
                                            .isEqualTo(StartProblem.Code.PORT_TAKEN))
                    .hasMessageContaining(Integer.toString(port));
        }
    }

    @Test
    void showsTheLogOfAChildThatDies() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder)) {
            PostgresProcess.start(data, 0, Durability.THROWAWAY).close();
            Files.writeString(folder.resolve("postgres/postgresql.conf"), "nonsense = 1\n");

            assertThatThrownBy(() -> PostgresProcess.start(data, 0, Durability.THROWAWAY))
                    .isInstanceOfSatisfying(
                            StartProblem.class,
                            problem ->
                                    assertThat(problem.code())
                                            .isEqualTo(StartProblem.Code.CHILD_DIED))
                    .hasMessageContaining("unrecognized configuration parameter \"nonsense\"");
        }
    }

    private static boolean answersAgain(PostgresProcess postgres, long crashed) {
        try {
            return postgres.child().pid() != crashed && asOwner(postgres, "select 1").equals("1");
        } catch (SQLException _) {
            // Still starting; asked again.
            return false;
        }
    }

    private static String asOwner(PostgresProcess postgres, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                postgres.address().jdbcUrl("kith"),
                                postgres.owner().name(),
                                postgres.owner().password());
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
