package kith.runtime.job;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells this node that there may be work at once; without it work is found a little later. */
final class JobBell {

    private final Sinks.Many<Long> rings = Sinks.many().multicast().directBestEffort();

    /** Whoever is not listening now looks by itself soon. */
    void ring() {
        rings.tryEmitNext(1L).isSuccess();
    }

    Flux<Long> rings() {
        return rings.asFlux();
    }
}
