package kith.server.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Times the requests of each endpoint by the class of their status. */
final class RequestMeters {

    private final MeterRegistry registry;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void answered(String path, int status, long begunNanos) {
        timers.computeIfAbsent(new Series(path, status / 100), this::timer)
                .record(System.nanoTime() - begunNanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Series series) {
        return Timer.builder("kith.graphql.requests")
                .description("GraphQL requests by endpoint and class of status")
                .tag("endpoint", series.path())
                .tag("status", series.hundreds() + "xx")
                .publishPercentileHistogram()
                .register(registry);
    }

    /** One time series. */
    private record Series(String path, int hundreds) {}
}
