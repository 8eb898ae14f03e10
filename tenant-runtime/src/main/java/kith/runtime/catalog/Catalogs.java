package kith.runtime.catalog;

import kith.metadata.catalog.Catalog;
import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Mono;

/** The catalogs of the tenants as this node knows them. */
public interface Catalogs {

    /** The tenant's catalog as last heard of; a data statement finds out whether it is outdated. */
    Mono<Catalog> current(Tenant tenant);

    /** The tenant's catalog at this version or a later one. */
    Mono<Catalog> atLeast(Tenant tenant, long version);
}
