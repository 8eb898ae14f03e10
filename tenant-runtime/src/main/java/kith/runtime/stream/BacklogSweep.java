package kith.runtime.stream;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Orders, every few seconds, the streams of the tenants that were written to on this node, so that
 * the first reader for a long time does not find a mountain; and lets what is old expire.
 */
public final class BacklogSweep implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogSweep.class);
    private static final Duration BETWEEN_ORDERS = Duration.ofSeconds(3);
    private static final Duration BETWEEN_EXPIRIES = Duration.ofHours(1);

    private final Sequencer sequencer;
    private final StreamRetention retention;
    private final Map<Integer, String> unordered = new ConcurrentHashMap<>();
    private final Map<Integer, String> growing = new ConcurrentHashMap<>();

    public BacklogSweep(Sequencer sequencer, StreamRetention retention) {
        this.sequencer = sequencer;
        this.retention = retention;
    }

    @Override
    public void written(Tenant tenant) {
        unordered.put(tenant.key(), tenant.slug());
        growing.put(tenant.key(), tenant.slug());
    }

    /** Begins to sweep. */
    public Disposable start() {
        Disposable.Composite both = Disposables.composite();
        both.add(every(BETWEEN_ORDERS, orderAll()));
        both.add(every(BETWEEN_EXPIRIES, expireAll()));
        return both;
    }

    private static Disposable every(Duration pause, Mono<Void> sweep) {
        return Flux.interval(pause).onBackpressureDrop().concatMap(_ -> sweep, 1).subscribe();
    }

    /** Orders what was written to since it was last called. */
    Mono<Void> orderAll() {
        return each(unordered, "ordered", sequencer::order);
    }

    /** Removes what is old of tenants that were written to since it was last called. */
    Mono<Void> expireAll() {
        return each(growing, "shortened", retention::expire);
    }

    /** What fails is left to the next write or reader: the tenant may be suspended or gone. */
    private static Mono<Void> each(Map<Integer, String> tenants, String what, Work work) {
        return Flux.defer(() -> Flux.fromIterable(Set.copyOf(tenants.entrySet())))
                .concatMap(tenant -> {
                    tenants.remove(tenant.getKey());
                    return work.on(
                                    new TenantExpectation(
                                            tenant.getKey(), OptionalLong.empty(), true))
                            .onErrorResume(failure -> {
                                LOG.debug(
                                        "The stream of {} is not {}: {}",
                                        tenant.getValue(),
                                        what,
                                        failure.toString());
                                return Mono.empty();
                            });
                })
                .then();
    }

    /** What is done to one stream. */
    private interface Work {
        Mono<?> on(TenantExpectation expected);
    }
}
