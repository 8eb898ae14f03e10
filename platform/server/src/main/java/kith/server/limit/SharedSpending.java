package kith.server.limit;

import java.util.Map;
import reactor.core.publisher.Mono;

/** Port: what all nodes spent. */
@FunctionalInterface
public interface SharedSpending {

    /**
     * Adds what this node spent and tells what all did. Fails where the nodes cannot be reached.
     *
     * @param minute since the epoch
     * @param spent by name
     */
    Mono<Map<String, Totals>> exchange(long minute, Map<String, Long> spent);
}
