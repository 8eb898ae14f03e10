package kith.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs throw-away services for the tests of all modules until it is told to end. The only argument
 * is a folder: the data goes below it, and each service that is ready is announced by a file in it.
 */
public final class ServicesMain {

    public static final String POSTGRES = "postgres.properties";
    public static final String REDIS = "redis.properties";
    public static final String KEYCLOAK = "keycloak.properties";

    /** Written instead when a service cannot start. */
    public static final String PROBLEM = "problem.properties";

    private static final Logger LOG = LoggerFactory.getLogger(ServicesMain.class);

    private final Path folder;

    private ServicesMain(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        DataDirectory data = DataDirectory.open(folder.resolve("data"));
        EmbeddedServices services =
                EmbeddedServices.start(
                        data,
                        new EmbeddedSettings(
                                EnumSet.allOf(Embeddable.class),
                                Durability.THROWAWAY,
                                KeycloakSettings.bare()),
                        new Progress());
        Runtime.getRuntime().addShutdownHook(new Thread(services::close, "end-services"));
        Thread.ofVirtual().start(() -> new ServicesMain(folder).announce(services));
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private void announce(EmbeddedServices services) {
        try {
            announce(POSTGRES, postgres(services.postgres()));
            announce(REDIS, redis(services.redis()));
            announce(KEYCLOAK, keycloak(services.keycloak()));
        } catch (StartProblem problem) {
            LOG.error("{} {}", problem.getMessage(), problem.hint());
            announce(PROBLEM, Map.of("message", problem.toString()));
        }
    }

    private void announce(String file, Map<String, String> facts) {
        Properties properties = new Properties();
        properties.putAll(facts);
        PropertiesFile.write(folder.resolve(file), properties);
    }

    private static Map<String, String> postgres(PostgresProcess postgres) {
        return Map.of(
                "host", postgres.address().host(),
                "port", Integer.toString(postgres.address().port()),
                "superuser", postgres.address().superuser(),
                "superuserPassword", postgres.address().superuserPassword(),
                "owner", postgres.owner().name(),
                "ownerPassword", postgres.owner().password(),
                "app", postgres.app().name(),
                "appPassword", postgres.app().password());
    }

    private static Map<String, String> redis(RedisProcess redis) {
        return Map.of(
                "host", redis.host(),
                "port", Integer.toString(redis.port()),
                "password", redis.password());
    }

    private static Map<String, String> keycloak(KeycloakProcess keycloak) {
        return Map.of(
                "baseUrl", keycloak.baseUrl().toString(),
                "adminUser", keycloak.adminUser(),
                "adminPassword", keycloak.adminPassword());
    }

    private static final class Progress implements StartListener {

        @Override
        public void began(String step) {
            LOG.info("{} starts", step);
        }

        @Override
        public void finished(String step, Duration elapsed) {
            LOG.info("{} is ready after {} ms", step, elapsed.toMillis());
        }
    }
}
