package kith.server.client;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kith.runtime.access.Caller;
import kith.runtime.client.ApiClientStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Notes which programs were here lately: in memory with each request, and with the API clients a
 * few times a minute.
 */
public final class ClientUse {

    private static final Logger LOG = LoggerFactory.getLogger(ClientUse.class);
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(20);

    private final ApiClientStore store;
    private final Clock clock;
    private final Map<Integer, Set<UUID>> seen = new ConcurrentHashMap<>();

    public ClientUse(ApiClientStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Begins to write down who was seen; the caller disposes of it. */
    public Disposable start() {
        return Flux.interval(BETWEEN_NOTES).onBackpressureDrop().concatMap(_ -> note()).subscribe();
    }

    /** Somebody calls; only who comes with a token may be a program. */
    public void seen(Caller caller) {
        if (caller.origin() == Caller.Origin.API && caller.user().isPresent()) {
            seen.computeIfAbsent(caller.tenant().key(), _ -> ConcurrentHashMap.newKeySet())
                    .add(caller.user().get());
        }
    }

    /** Writes down who was seen since the last time. */
    Mono<Void> note() {
        return Flux.fromIterable(Set.copyOf(seen.keySet())).concatMap(this::note).then();
    }

    private Mono<Void> note(int tenant) {
        Set<UUID> users = seen.remove(tenant);
        return users == null
                ? Mono.empty()
                : store.used(tenant, users, clock.instant())
                        .onErrorResume(failure -> {
                            LOG.debug("The use of API clients is not noted", failure);
                            return Mono.empty();
                        });
    }
}
