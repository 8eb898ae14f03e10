package kith.embedded.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import kith.embedded.DataDirectory;
import kith.embedded.Durability;
import kith.embedded.PostgresProcess;
import kith.embedded.RedisProcess;
import org.jspecify.annotations.Nullable;

/** Services that this JVM starts when first asked for and ends with itself. */
final class OwnServices implements ServiceSource {

    private final DataDirectory data;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private @Nullable TestPostgres postgres;
    private @Nullable TestRedis redis;

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
    public synchronized TestPostgres postgres() {
        if (postgres == null) {
            PostgresProcess process = PostgresProcess.start(data, 0, Durability.THROWAWAY);
            running.push(process);
            postgres = new TestPostgres(process.address(), process.owner(), process.app());
        }
        return postgres;
    }

    @Override
    public synchronized TestRedis redis() {
        if (redis == null) {
            RedisProcess process = RedisProcess.start(data, 0);
            running.push(process);
            redis = new TestRedis(process.host(), process.port(), process.password());
        }
        return redis;
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
