package kith.server.redis;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import kith.runtime.tenant.Tenant;
import kith.server.tenant.RequestCounts;
import org.redisson.api.RMapReactive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counted in memory and added up in Redis every few seconds; while Redis is lost, the counts wait
 * in memory.
 */
public final class RedisRequestCounts implements RequestCounts, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisRequestCounts.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final String KEY = "requests";

    private final RMapReactive<String, String> totals;
    private final Map<Integer, LongAdder> counted = new ConcurrentHashMap<>();
    private final Disposable flushing;

    public RedisRequestCounts(SharedRedis redis) {
        this.totals = redis.map(KEY);
        this.flushing =
                Flux.interval(INTERVAL).onBackpressureDrop().concatMap(_ -> flush()).subscribe();
    }

    @Override
    public void count(Tenant tenant) {
        counted.computeIfAbsent(tenant.key(), _ -> new LongAdder()).increment();
    }

    @Override
    public Mono<Long> total(Tenant tenant) {
        LongAdder waiting = counted.get(tenant.key());
        long here = waiting == null ? 0 : waiting.sum();
        return totals.get(Integer.toString(tenant.key()))
                .map(Long::parseLong)
                .defaultIfEmpty(0L)
                .onErrorReturn(0L)
                .map(total -> total + here);
    }

    /** Ends with the first failure: the next would only wait as long. */
    Mono<Void> flush() {
        return Flux.fromIterable(counted.entrySet())
                .concatMap(entry -> add(entry.getKey(), entry.getValue()))
                .then()
                .onErrorResume(failure -> {
                    LOG.debug("Requests stay counted in memory", failure);
                    return Mono.empty();
                });
    }

    private Mono<Void> add(int tenant, LongAdder waiting) {
        long number = waiting.sumThenReset();
        if (number == 0) {
            return Mono.empty();
        }
        return totals.addAndGet(Integer.toString(tenant), number)
                .then()
                .doOnError(_ -> waiting.add(number));
    }

    @Override
    public void close() {
        flushing.dispose();
    }
}
