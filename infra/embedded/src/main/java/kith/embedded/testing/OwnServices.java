package kith.embedded.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import kith.embedded.DataDirectory;
import kith.embedded.Durability;
import kith.embedded.KeycloakProcess;
import kith.embedded.KeycloakSettings;
import kith.embedded.PostgresProcess;
import kith.embedded.RedisProcess;
import org.jspecify.annotations.Nullable;

/** Services that this JVM starts when first asked for and ends with itself. */
final class OwnServices implements ServiceSource {

    private final DataDirectory data;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private @Nullable PostgresProcess postgres;
    private @Nullable RedisProcess redis;
    private @Nullable KeycloakProcess keycloak;

    private OwnServices(DataDirectory data) {
        this.data = data;
    }

    static OwnServices untilExit() {
        try {
            OwnServices services =
                    new OwnServices(DataDirectory.open(Files.createTempDirectory("kith-test-")));
            Runtime.getRuntime().addShutdownHook(new Thread(services::end, "end-test-services"));
            return services;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public TestPostgres postgres() {
        PostgresProcess process = postgresProcess();
        return new TestPostgres(process.address(), process.owner(), process.app());
    }

    private synchronized PostgresProcess postgresProcess() {
        if (postgres == null) {
            postgres = PostgresProcess.start(data, 0, Durability.THROWAWAY);
            running.push(postgres);
        }
        return postgres;
    }

    @Override
    public synchronized TestRedis redis() {
        if (redis == null) {
            redis = RedisProcess.start(data, 0);
            running.push(redis);
        }
        return new TestRedis(redis.host(), redis.port(), redis.password());
    }

    @Override
    public synchronized TestKeycloak keycloak() {
        if (keycloak == null) {
            keycloak = KeycloakProcess.start(data, postgresProcess(), KeycloakSettings.bare());
            running.push(keycloak);
        }
        return new TestKeycloak(keycloak.baseUrl(), keycloak.adminUser(), keycloak.adminPassword());
    }

    private synchronized void end() {
        try {
            while (!running.isEmpty()) {
                running.pop().close();
            }
            data.delete();
        } catch (Exception failure) {
            throw new IllegalStateException("test services did not end", failure);
        }
    }
}
