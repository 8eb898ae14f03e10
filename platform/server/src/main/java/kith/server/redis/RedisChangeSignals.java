package kith.server.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import kith.runtime.stream.WriteListener;
import kith.runtime.tenant.Tenant;
import org.redisson.api.RTopicReactive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Signals to the other nodes that tenants have something new in their streams. A message is the
 * keys of tenants that were written to within a few milliseconds. Each node also sends itself a
 * beat, by which it knows whether signals come through; a lost one costs a moment, not a change,
 * for whoever listens to a stream looks by itself as well.
 */
public final class RedisChangeSignals implements WriteListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisChangeSignals.class);
    private static final String TOPIC = "changes";
    private static final Duration GATHERED = Duration.ofMillis(20);
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final String BEAT = "beat ";

    private final RTopicReactive topic;
    private final Clock clock;
    private final String beat = BEAT + UUID.randomUUID();
    private final Set<Integer> waiting = ConcurrentHashMap.newKeySet();
    private final Disposable.Composite work = Disposables.composite();
    private volatile Instant heardAt = Instant.EPOCH;

    public RedisChangeSignals(SharedRedis redis, Clock clock) {
        this.topic = redis.topic(TOPIC);
        this.clock = clock;
    }

    /** Begins to hear; the listener is told the keys of tenants, this node's own among them. */
    public RedisChangeSignals start(IntConsumer listener) {
        work.add(
                topic.getMessages(String.class)
                        .subscribe(
                                message -> heard(message, listener),
                                failure -> LOG.warn("Changes are not heard of any more", failure)));
        work.add(
                Flux.interval(Duration.ZERO, BETWEEN_BEATS)
                        .onBackpressureDrop()
                        .concatMap(_ -> publish(beat))
                        .subscribe());
        work.add(
                Flux.interval(GATHERED)
                        .onBackpressureDrop()
                        .filter(_ -> !waiting.isEmpty())
                        .concatMap(_ -> publish(gathered()))
                        .subscribe());
        return this;
    }

    /** Whether signals come through now. */
    public boolean areHeard() {
        return heardAt.plus(SILENCE).isAfter(clock.instant());
    }

    @Override
    public void written(Tenant tenant) {
        waiting.add(tenant.key());
    }

    private String gathered() {
        Set<Integer> tenants = Set.copyOf(waiting);
        waiting.removeAll(tenants);
        return tenants.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private void heard(String message, IntConsumer listener) {
        if (message.equals(beat)) {
            heardAt = clock.instant();
        } else if (message.matches("[0-9 ]+")) {
            for (String tenant : message.split(" ", -1)) {
                listener.accept(Integer.parseInt(tenant));
            }
        }
    }

    /** What is not published is found by those who look. */
    private Mono<Void> publish(String message) {
        return topic.publish(message)
                .then()
                .onErrorResume(failure -> {
                    LOG.debug("Changes are not announced", failure);
                    return Mono.empty();
                });
    }

    @Override
    public void close() {
        work.dispose();
    }
}
