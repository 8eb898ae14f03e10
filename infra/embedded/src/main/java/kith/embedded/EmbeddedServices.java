package kith.embedded;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The embedded services of one data directory. They start side by side (Keycloak after PostgreSQL)
 * while the caller goes on; whoever asks for one waits until it is ready or gets its {@link
 * StartProblem}. Crashed ones are started again until {@link #close()}.
 */
public final class EmbeddedServices implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private final DataDirectory data;
    private final EmbeddedSettings settings;
    private final StartListener listener;
    private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();
    private final KeycloakSettings keycloakAtItsPort;
    private final CompletableFuture<PostgresProcess> postgres;
    private final CompletableFuture<RedisProcess> redis;
    private final CompletableFuture<KeycloakProcess> keycloak;

    private EmbeddedServices(
            DataDirectory data, EmbeddedSettings settings, StartListener listener) {
        this.data = data;
        this.settings = settings;
        this.listener = listener;
        this.keycloakAtItsPort =
                settings.wants(Embeddable.KEYCLOAK)
                        ? KeycloakProcess.reservePort(data, settings.keycloak())
                        : settings.keycloak();
        this.postgres =
                starting(
                        Embeddable.POSTGRES,
                        () -> PostgresProcess.start(data, 0, settings.durability()));
        this.redis = starting(Embeddable.REDIS, () -> RedisProcess.start(data, 0));
        this.keycloak = starting(Embeddable.KEYCLOAK, this::startKeycloak);
    }

    /** Begins to start the wanted ones; the data directory is closed with them. */
    public static EmbeddedServices start(
            DataDirectory data, EmbeddedSettings settings, StartListener listener) {
        try {
            return new EmbeddedServices(data, settings, listener);
        } catch (RuntimeException failure) {
            data.close();
            throw failure;
        }
    }

    private <T> CompletableFuture<T> starting(Embeddable service, Supplier<T> start) {
        if (!settings.wants(service)) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException(service.title() + " is not among the wanted ones"));
        }
        return CompletableFuture.supplyAsync(() -> timed(service.title(), start), starters);
    }

    private <T> T timed(String step, Supplier<T> work) {
        long begun = System.nanoTime();
        listener.began(step);
        T result = work.get();
        listener.finished(step, Duration.ofNanos(System.nanoTime() - begun));
        return result;
    }

    private KeycloakProcess startKeycloak() {
        CacheDirectory cache = CacheDirectory.ofUser();
        if (!KeycloakDistribution.isBuilt(cache)) {
            timed("Keycloak's one-time build", () -> KeycloakDistribution.built(cache));
        }
        return KeycloakProcess.start(data, postgres(), keycloakAtItsPort);
    }

    public PostgresProcess postgres() {
        return ready(postgres);
    }

    public RedisProcess redis() {
        return ready(redis);
    }

    public KeycloakProcess keycloak() {
        return ready(keycloak);
    }

    /** Where Keycloak will answer, known before it does. */
    public URI keycloakUrl() {
        if (!settings.wants(Embeddable.KEYCLOAK)) {
            throw new IllegalStateException("Keycloak is not among the wanted ones");
        }
        return KeycloakProcess.urlAt(keycloakAtItsPort.portOr0());
    }

    /** Waits for all that were wanted; ends the others should one fail. */
    public EmbeddedServices awaitAll() {
        try {
            for (Embeddable service : settings.wanted()) {
                switch (service) {
                    case POSTGRES -> postgres();
                    case REDIS -> redis();
                    case KEYCLOAK -> keycloak();
                }
            }
            return this;
        } catch (StartProblem problem) {
            close();
            throw problem;
        }
    }

    private static <T> T ready(CompletableFuture<T> service) {
        try {
            return service.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof StartProblem problem ? problem : failure;
        }
    }

    @Override
    public void close() {
        starters.shutdownNow();
        try {
            starters.awaitTermination(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        CompletableFuture<Void> redisEnd = CompletableFuture.runAsync(() -> end(redis));
        end(keycloak);
        end(postgres);
        redisEnd.join();
        data.close();
    }

    private static void end(CompletableFuture<? extends AutoCloseable> service) {
        if (service.state() == CompletableFuture.State.SUCCESS) {
            try {
                service.resultNow().close();
            } catch (Exception failure) {
                throw new IllegalStateException("a service did not end", failure);
            }
        }
    }
}
