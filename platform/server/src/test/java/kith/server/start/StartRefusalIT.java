package kith.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.embedded.testing.TestDatabase;
import kith.embedded.testing.TestRedis;
import kith.embedded.testing.TestServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever starts the program sees when it cannot start: one line, and what to do. */
class StartRefusalIT {

    private static final String NOBODY = "postgresql://app:a-secret-word@127.0.0.1:1/kith";

    private final Map<String, String> settings = new HashMap<>();

    @TempDir private Path folder;

    /** Everything is configured, so that nothing is started beside the program. */
    StartRefusalIT() {
        settings.put("KITH_PORT", Integer.toString(KithProgram.freePort()));
        settings.put("KITH_DATABASE_URL", NOBODY);
        settings.put("KITH_REDIS_URL", "redis://127.0.0.1:1");
        settings.put("KITH_ISSUER", "http://127.0.0.1:1/realms/kith");
        settings.put("KITH_IDENTITY_CLIENT_ID", "kith");
        settings.put("KITH_IDENTITY_CLIENT_SECRET", "another-secret-word");
    }

    @Test
    void namesAPortThatIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            settings.put("KITH_PORT", Integer.toString(port));
            assertThat(refusal()).contains("Port " + port, "KITH_PORT=" + (port + 1));
        }
    }

    @Test
    void namesADatabaseThatNobodyServes() throws Exception {
        settings.put("KITH_DATABASE_OWNER_URL", NOBODY);
        assertThat(refusal())
                .contains(
                        "postgresql://app@127.0.0.1:1/kith",
                        "cannot be reached",
                        "Check that PostgreSQL runs there, and KITH_DATABASE_OWNER_URL.")
                .doesNotContain("a-secret-word");
    }

    @Test
    void namesADatabaseThatRefusesThePassword() throws Exception {
        TestDatabase database = TestServices.freshDatabase("refusing");
        settings.put("KITH_DATABASE_OWNER_URL", database.ownerUrl());
        settings.put(
                "KITH_DATABASE_URL",
                database.appUrl().replace(":" + database.appPassword() + "@", ":a-wrong-word@"));
        assertThat(refusal())
                .contains("refuses", "Check user, password and database of KITH_DATABASE_URL.")
                .doesNotContain("a-wrong-word");
    }

    @Test
    void asksForTheOwnerOfADatabaseWithoutTables() throws Exception {
        settings.put("KITH_DATABASE_URL", TestServices.freshDatabase("bare").appUrl());
        assertThat(refusal()).contains("no tables of Kith", "Set KITH_DATABASE_OWNER_URL");
    }

    @Test
    void namesARedisThatNobodyServes() throws Exception {
        TestDatabase database = TestServices.freshDatabase("without_redis");
        settings.put("KITH_DATABASE_OWNER_URL", database.ownerUrl());
        settings.put("KITH_DATABASE_URL", database.appUrl());
        assertThat(refusal()).contains("Redis at 127.0.0.1:1", "KITH_REDIS_URL");
    }

    @Test
    void namesARedisThatRefusesThePassword() throws Exception {
        TestDatabase database = TestServices.freshDatabase("refused_by_redis");
        TestRedis redis = TestServices.redis();
        settings.put("KITH_DATABASE_OWNER_URL", database.ownerUrl());
        settings.put("KITH_DATABASE_URL", database.appUrl());
        settings.put("KITH_REDIS_URL", redis.url().replace(redis.password(), "a-wrong-word"));
        assertThat(refusal())
                .contains("refuses to serve", "of KITH_REDIS_URL.")
                .doesNotContain("a-wrong-word");
    }

    @Test
    void namesAnIssuerThatNobodyServes() throws Exception {
        TestDatabase database = TestServices.freshDatabase("without_issuer");
        settings.put("KITH_DATABASE_OWNER_URL", database.ownerUrl());
        settings.put("KITH_DATABASE_URL", database.appUrl());
        settings.put("KITH_REDIS_URL", TestServices.redis().url());
        assertThat(refusal()).contains("http://127.0.0.1:1/realms/kith", "KITH_ISSUER");
    }

    @Test
    void namesADataDirectoryBelowAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no directory");
        settings.put("KITH_DATA_DIR", file.resolve("data").toString());
        assertThat(refusal()).contains(file.resolve("data").toString(), "in KITH_DATA_DIR.");
    }

    @Test
    void keepsItsHandsOffDataOfAnotherPostgres() throws Exception {
        settings.remove("KITH_DATABASE_URL");
        Path cluster = Files.createDirectories(folder.resolve("data/postgres"));
        Files.writeString(cluster.resolve("PG_VERSION"), "15\n");
        assertThat(refusal())
                .contains(cluster + " was written by PostgreSQL 15", "another KITH_DATA_DIR");
        try (var left = Files.list(cluster)) {
            assertThat(left).containsExactly(cluster.resolve("PG_VERSION"));
        }
    }

    /** The one line that says why. */
    private String refusal() throws InterruptedException {
        settings.putIfAbsent("KITH_DATA_DIR", folder.resolve("data").toString());
        try (KithProgram kith = KithProgram.start(settings)) {
            int exitCode = kith.exitCode();
            List<String> lines = kith.lines();
            assertThat(exitCode).as("%s", lines).isEqualTo(1);
            assertThat(lines).noneMatch(line -> line.startsWith("\tat "));
            assertThat(lines.stream().filter(line -> line.startsWith("Kith cannot start.")))
                    .as("%s", lines)
                    .hasSize(1);
            assertThat(lines.getLast()).startsWith("Kith cannot start.");
            return lines.getLast();
        }
    }
}
