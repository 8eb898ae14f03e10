package kith.embedded.testing;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import kith.embedded.DatabaseRole;
import kith.embedded.PostgresAddress;
import kith.embedded.PostgresSetup;
import kith.embedded.Waiting;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * Services from Testcontainers, started when first asked for. The images can be named ({@code
 * KITH_TEST_POSTGRES_IMAGE} and so on), because not every machine may pull the official ones.
 */
public final class ContainerServices implements ServiceSource {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int POSTGRES_PORT = 5432;
    private static final int REDIS_PORT = 6379;
    private static final int KEYCLOAK_PORT = 8080;
    private static final String SUPERUSER = "postgres";
    private static final String KEYCLOAK_ADMIN = "kith-admin";

    private @Nullable TestPostgres postgres;
    private @Nullable TestRedis redis;
    private @Nullable TestKeycloak keycloak;

    @Override
    public synchronized TestPostgres postgres() {
        if (postgres == null) {
            postgres = startPostgres();
        }
        return postgres;
    }

    private static TestPostgres startPostgres() {
        String password = secret();
        GenericContainer<?> container =
                container("KITH_TEST_POSTGRES_IMAGE", "postgres:18", POSTGRES_PORT)
                        .withEnv("POSTGRES_PASSWORD", password)
                        .withEnv("POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=C.UTF-8")
                        .withCommand(
                                "postgres",
                                "-c",
                                "fsync=off",
                                "-c",
                                "max_connections=300",
                                "-c",
                                "shared_preload_libraries=pg_stat_statements");
        container.start();
        PostgresAddress address =
                new PostgresAddress(
                        container.getHost(),
                        container.getMappedPort(POSTGRES_PORT),
                        SUPERUSER,
                        password);
        DatabaseRole owner = new DatabaseRole("kith_owner", secret());
        DatabaseRole app = new DatabaseRole("kith_app", secret());
        if (!Waiting.until(() -> isSetUp(address, owner, app), LIMIT)) {
            throw new IllegalStateException("PostgreSQL does not answer: " + container.getLogs());
        }
        return new TestPostgres(address, owner, app);
    }

    private static boolean isSetUp(PostgresAddress address, DatabaseRole owner, DatabaseRole app) {
        try (PostgresSetup setup = PostgresSetup.connect(address)) {
            setup.role(owner);
            setup.role(app);
            return true;
        } catch (SQLException _) {
            // The port is open before the server is; asked again.
            return false;
        }
    }

    @Override
    public synchronized TestRedis redis() {
        if (redis == null) {
            String password = secret();
            GenericContainer<?> container =
                    container("KITH_TEST_REDIS_IMAGE", "redis:7", REDIS_PORT)
                            .withCommand(
                                    "redis-server",
                                    "--bind",
                                    "0.0.0.0",
                                    "--requirepass",
                                    password)
                            .waitingFor(Wait.forLogMessage(".*eady to accept connections.*", 1));
            container.start();
            redis =
                    new TestRedis(
                            container.getHost(), container.getMappedPort(REDIS_PORT), password);
        }
        return redis;
    }

    @Override
    public synchronized TestKeycloak keycloak() {
        if (keycloak == null) {
            String password = secret();
            GenericContainer<?> container =
                    container(
                                    "KITH_TEST_KEYCLOAK_IMAGE",
                                    "quay.io/keycloak/keycloak:26.7",
                                    KEYCLOAK_PORT)
                            .withEnv("KC_BOOTSTRAP_ADMIN_USERNAME", KEYCLOAK_ADMIN)
                            .withEnv("KC_BOOTSTRAP_ADMIN_PASSWORD", password)
                            .withEnv("KC_DB", "dev-mem")
                            .withEnv("KC_HTTP_HOST", "0.0.0.0")
                            .withEnv("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1")
                            .withCommand("start-dev")
                            .waitingFor(
                                    Wait.forHttp("/realms/master")
                                            .forPort(KEYCLOAK_PORT)
                                            .withStartupTimeout(LIMIT));
            container.start();
            keycloak =
                    new TestKeycloak(
                            URI.create(
                                    "http://"
                                            + container.getHost()
                                            + ":"
                                            + container.getMappedPort(KEYCLOAK_PORT)),
                            KEYCLOAK_ADMIN,
                            password);
        }
        return keycloak;
    }

    private static GenericContainer<?> container(String variable, String image, int port) {
        return new GenericContainer<>(System.getenv().getOrDefault(variable, image))
                .withExposedPorts(port);
    }

    private static String secret() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
