package kith.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.embedded.testing.TestDatabase;
import kith.embedded.testing.TestServices;
import kith.server.settings.IdentityAddress;
import kith.server.testing.TestRealm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ServerStartIT {

    private final ListAppender<ILoggingEvent> console = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("kith.console");

    @TempDir private Path data;

    @BeforeEach
    void listen() {
        console.start();
        logger.addAppender(console);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(console);
    }

    @Test
    void namesAPortThatIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            assertThat(ServerStart.run(Map.of("KITH_PORT", port, "KITH_DATA_DIR", data.toString())))
                    .isFalse();
            assertThat(lines()).singleElement().asString().contains("Port " + port, "KITH_PORT=");
        }
    }

    @Test
    void namesADataDirectoryThatIsNone() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "no directory");
        assertThat(ServerStart.run(environment(Map.of("KITH_DATA_DIR", file.toString()))))
                .isFalse();
        assertThat(lines()).singleElement().asString().contains(file.toString(), "KITH_DATA_DIR");
    }

    @Test
    void namesADatabaseThatDoesNotAnswer() {
        Map<String, String> wrong =
                Map.of("KITH_DATABASE_URL", "postgresql://app:word@127.0.0.1:1/kith");
        assertThat(ServerStart.run(environment(wrong))).isFalse();
        assertThat(lines().getLast())
                .contains("postgresql://app@127.0.0.1:1/kith", "cannot be reached")
                .doesNotContain("word");
    }

    @Test
    void namesADatabaseThatRefusesThePassword() {
        TestDatabase database = TestServices.freshDatabase("refused");
        String url = database.appUrl().replace(":" + database.appPassword() + "@", ":wrong@");
        assertThat(ServerStart.run(environment(Map.of("KITH_DATABASE_URL", url)))).isFalse();
        assertThat(lines().getLast())
                .contains("refuses", "KITH_DATABASE_URL")
                .doesNotContain("wrong@");
    }

    @Test
    void namesADatabaseWithoutTables() {
        TestDatabase database = TestServices.freshDatabase("empty");
        assertThat(ServerStart.run(environment(Map.of("KITH_DATABASE_URL", database.appUrl()))))
                .isFalse();
        assertThat(lines().getLast()).contains("no tables", "KITH_DATABASE_OWNER_URL");
    }

    @Test
    void startsOnServicesOfOnesOwnAndSaysSoLast() throws IOException, InterruptedException {
        TestDatabase database = TestServices.freshDatabase("own");
        Map<String, String> environment =
                environment(
                        Map.of(
                                "KITH_DATABASE_URL", database.appUrl(),
                                "KITH_DATABASE_OWNER_URL", database.ownerUrl()));
        assertThat(ServerStart.run(environment)).isTrue();
        String url = "http://localhost:" + environment.get("KITH_PORT");
        assertThat(lines().getLast()).isEqualTo("Kith is ready: " + url);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> ready =
                    client.send(
                            HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(ready.body()).contains("UP");
        }
    }

    private List<String> lines() {
        return console.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** Everything configured, so that nothing is started beside the server. */
    private Map<String, String> environment(Map<String, String> more) {
        IdentityAddress identity = TestRealm.shared().address();
        Map<String, String> environment = new HashMap<>();
        environment.put("KITH_PORT", Integer.toString(freePort()));
        environment.put("KITH_DATA_DIR", data.resolve("data").toString());
        environment.put("KITH_DATABASE_URL", "postgresql://app:word@127.0.0.1:1/kith");
        environment.put("KITH_REDIS_URL", TestServices.redis().url());
        environment.put("KITH_ISSUER", identity.issuer().toString());
        environment.put("KITH_IDENTITY_CLIENT_ID", identity.admin().id());
        environment.put("KITH_IDENTITY_CLIENT_SECRET", identity.admin().secret());
        environment.put("KITH_WEB_CLIENT_ID", identity.web().id());
        environment.put("KITH_WEB_CLIENT_SECRET", identity.web().secret());
        environment.putAll(more);
        return environment;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new IllegalStateException("no port is free", failure);
        }
    }
}
