package kith.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServicesIT {

    private static final String REALM =
            """
            {
              "realm": "house",
              "enabled": true,
              "displayName": "${HOUSE_NAME}",
              "loginTheme": "bright",
              "organizationsEnabled": true,
              "organizations": [
                {"name": "Northwind", "alias": "northwind", "domains": [{"name": "northwind.localhost"}]}
              ]
            }
            """;

    private static final Pattern STYLE_SHEET =
            Pattern.compile("href=\"([^\"]*/css/bright\\.css)\"");

    private static final KeycloakTheme THEME =
            new KeycloakTheme(
                    "bright",
                    Map.of(
                            "login/theme.properties",
                            "parent=keycloak.v2\nimport=common/keycloak\nstyles=css/bright.css\n",
                            "login/resources/css/bright.css",
                            "body { color: gold }\n"));

    @TempDir private Path folder;

    @Test
    void startsAllThreeAndKeepsTheIssuer() throws Exception {
        RecordedProgress progress = new RecordedProgress();
        URI issuer;
        try (EmbeddedServices services = start(EnumSet.allOf(Embeddable.class), progress)) {
            services.awaitAll();
            issuer = services.keycloak().issuer("house");
            assertThat(issuer.toString()).startsWith(services.keycloakUrl().toString());
            assertThat(get(issuer + "/.well-known/openid-configuration"))
                    .contains("\"issuer\":\"" + issuer + "\"");
            assertThat(get(services.keycloakUrl() + styleSheet(signInPage(issuer))))
                    .contains("gold");
        }
        assertThat(progress.finished).contains("PostgreSQL", "Redis", "Keycloak");

        try (EmbeddedServices services = start(EnumSet.allOf(Embeddable.class), progress)) {
            assertThat(services.keycloak().issuer("house")).isEqualTo(issuer);
            assertThat(get(issuer + "/.well-known/openid-configuration")).contains("token");
        }
    }

    @Test
    void restartsARedisThatCrashed() {
        try (EmbeddedServices services =
                start(EnumSet.of(Embeddable.REDIS), new RecordedProgress())) {
            RedisProcess redis = services.redis();
            long crashed = redis.child().pid();
            ProcessHandle.of(crashed).orElseThrow().destroyForcibly();

            assertThat(
                            Waiting.until(
                                    () -> redis.child().pid() != crashed && redis.answers(),
                                    Duration.ofSeconds(30)))
                    .isTrue();
        }
    }

    @Test
    void endsEverythingWhenOneCannotStart() throws IOException {
        Path cluster = Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(cluster.resolve("PG_VERSION"), "15\n");
        EmbeddedServices services =
                start(EnumSet.of(Embeddable.POSTGRES, Embeddable.REDIS), new RecordedProgress());

        assertThatThrownBy(services::awaitAll).isInstanceOf(StartProblem.class);

        assertThat(folder.resolve("run/redis.pid")).doesNotExist();
        DataDirectory.open(folder).close();
    }

    private EmbeddedServices start(EnumSet<Embeddable> wanted, StartListener listener) {
        return EmbeddedServices.start(
                DataDirectory.open(folder),
                new EmbeddedSettings(
                        wanted,
                        Durability.THROWAWAY,
                        new KeycloakSettings(
                                0,
                                Optional.of(REALM),
                                Map.of("HOUSE_NAME", "The house"),
                                Optional.of(THEME))),
                listener);
    }

    /** The page where people sign in to look at their own account. */
    private static String signInPage(URI issuer) throws IOException, InterruptedException {
        return get(
                issuer
                        + "/protocol/openid-connect/auth?client_id=account&response_type=code"
                        + "&scope=openid&redirect_uri="
                        + issuer
                        + "/account/");
    }

    private static String styleSheet(String page) {
        Matcher address = STYLE_SHEET.matcher(page);
        assertThat(address.find()).as(page).isTrue();
        return address.group(1);
    }

    private static String get(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static final class RecordedProgress implements StartListener {

        private final List<String> finished = new CopyOnWriteArrayList<>();

        @Override
        public void began(String step) {}

        @Override
        public void finished(String step, Duration elapsed) {
            finished.add(step);
        }
    }
}
