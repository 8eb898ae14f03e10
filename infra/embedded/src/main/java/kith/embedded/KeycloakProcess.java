package kith.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Keycloak of our own on the loopback interface, its data in the embedded PostgreSQL. Its address
 * stays the same from start to start, because tokens and browsers remember the issuer.
 */
public final class KeycloakProcess implements AutoCloseable {

    static final String SERVICE = "keycloak";
    private static final String ADMIN = "kith-admin";
    private static final Duration READY_LIMIT = Duration.ofMinutes(4);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);

    private final SupervisedChild child;
    private final URI baseUrl;
    private final String adminPassword;

    private KeycloakProcess(SupervisedChild child, URI baseUrl, String adminPassword) {
        this.child = child;
        this.baseUrl = baseUrl;
        this.adminPassword = adminPassword;
    }

    /** Starts it; the orphan of a killed parent is ended first. */
    public static KeycloakProcess start(
            DataDirectory data, PostgresProcess postgres, KeycloakSettings settings) {
        int port = reservePort(data, settings).portOr0();
        KeycloakHome home =
                KeycloakHome.in(data, KeycloakDistribution.built(CacheDirectory.ofUser()));
        home.offer(settings.realmJson());
        settings.theme().ifPresent(home::offer);
        String adminPassword = data.secrets().get("keycloak_admin");
        ChildCommand command =
                new ChildCommand(
                        SERVICE,
                        words(home.folder()),
                        environment(data, postgres, settings, port),
                        home.folder(),
                        StopSignal.TERM);
        ChildProcess child = ChildProcess.start(command, data);
        child.awaitReady(new Health(port)::isReady, READY_LIMIT);
        return new KeycloakProcess(
                SupervisedChild.over(child, () -> ChildProcess.start(command, data)),
                urlAt(port),
                adminPassword);
    }

    /** The settings with the port it will have, so that its address is known before it runs. */
    static KeycloakSettings reservePort(DataDirectory data, KeycloakSettings settings) {
        data.pidFile(SERVICE).endOrphan(StopSignal.TERM);
        return new KeycloakSettings(
                data.ports().chooseForGood(SERVICE, settings.portOr0()),
                settings.realmJson(),
                settings.placeholders(),
                settings.theme());
    }

    static URI urlAt(int port) {
        return URI.create("http://localhost:" + port);
    }

    /** What the distribution's own script would run; without it the child is Java itself. */
    private static List<String> words(Path home) {
        return List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Xms64m",
                "-Xmx512m",
                "-XX:MetaspaceSize=96M",
                // Starts in two thirds of the time; a local installation asks little of it later.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm");
    }

    private static Map<String, String> environment(
            DataDirectory data, PostgresProcess postgres, KeycloakSettings settings, int port) {
        Map<String, String> environment = new HashMap<>(settings.placeholders());
        environment.put("KC_DB_URL", postgres.address().jdbcUrl("keycloak"));
        environment.put("KC_DB_USERNAME", postgres.keycloak().name());
        environment.put("KC_DB_PASSWORD", postgres.keycloak().password());
        environment.put("KC_DB_POOL_MAX_SIZE", "20");
        environment.put("KC_CACHE", "local");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", Integer.toString(port));
        environment.put("KC_HOSTNAME", urlAt(port).toString());
        environment.put("KC_LOG_CONSOLE_COLOR", "false");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", data.secrets().get("keycloak_admin"));
        return environment;
    }

    /** {@code http://localhost:port}, without a slash at the end. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** The issuer in the tokens of that realm. */
    public URI issuer(String realm) {
        return URI.create(baseUrl + "/realms/" + realm);
    }

    /** The administrator of the realm {@code master}. */
    public String adminUser() {
        return ADMIN;
    }

    public String adminPassword() {
        return adminPassword;
    }

    public boolean isAlive() {
        return child.current().isAlive();
    }

    ChildProcess child() {
        return child.current();
    }

    @Override
    public void close() {
        child.close();
    }

    /** Asks whether Keycloak would serve a request now. */
    private record Health(HttpClient client, HttpRequest question) {

        Health(int port) {
            this(
                    HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build(),
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                            .timeout(ANSWER_LIMIT)
                            .build());
        }

        boolean isReady() {
            try {
                return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode()
                        == 200;
            } catch (IOException _) {
                // Not listening yet; the caller asks again.
                return false;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
