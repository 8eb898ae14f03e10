package kith.runtime.stream;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kith.metadata.problem.ProblemException;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Orders, every few seconds, the streams of the tenants that were written to on this node, so that
 * the first reader for a long time does not find a mountain.
 */
public final class BacklogSweep implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogSweep.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Sequencer sequencer;
    private final Map<Integer, String> unordered = new ConcurrentHashMap<>();

    public BacklogSweep(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    @Override
    public void written(Tenant tenant) {
        unordered.put(tenant.key(), tenant.slug());
    }

    /** Begins to sweep. */
    public Disposable start() {
        return Flux.interval(PAUSE).onBackpressureDrop().concatMap(_ -> orderAll(), 1).subscribe();
    }

    /** Orders what was written to since it was last called. */
    Mono<Void> orderAll() {
        return Flux.defer(() -> Flux.fromIterable(Set.copyOf(unordered.entrySet())))
                .concatMap(tenant -> order(tenant.getKey(), tenant.getValue()))
                .then();
    }

    /** What fails is left to the next write or reader, who order the stream as well. */
    private Mono<StreamState> order(int key, String slug) {
        unordered.remove(key);
        return sequencer
                .order(new TenantExpectation(key, OptionalLong.empty(), true))
                .onErrorResume(failure -> {
                    note(slug, failure);
                    return Mono.empty();
                });
    }

    /** A tenant may be suspended or gone by now, which is nobody's fault. */
    private static void note(String slug, Throwable failure) {
        if (failure instanceof ProblemException) {
            LOG.debug("The stream of {} is not ordered: {}", slug, failure.toString());
        } else {
            LOG.warn("The stream of {} is not ordered", slug, failure);
        }
    }
}
