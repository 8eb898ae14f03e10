package kith.runtime.catalog;

import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Mono;

/** Port: tells the other nodes that a tenant's catalog has a new version. */
public interface CatalogAnnouncer {

    /**
     * Never fails: a node that missed the announcement finds out from the version that its next
     * statement reads.
     */
    Mono<Void> announce(Tenant tenant, long version);

    /** For installations of one node. */
    static CatalogAnnouncer none() {
        return (tenant, version) -> Mono.empty();
    }
}
