package kith.server.tenant;

import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Mono;

/**
 * Port: how many requests tenants sent to all nodes. A figure, not an account: some may be lost.
 */
public interface RequestCounts {

    /** Counts one; must be quick. */
    void count(Tenant tenant);

    Mono<Long> total(Tenant tenant);
}
