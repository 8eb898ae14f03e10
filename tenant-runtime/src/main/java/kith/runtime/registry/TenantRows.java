package kith.runtime.registry;

import java.util.List;
import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Mono;

/** Port: all rows of a tenant, in whatever table. */
public interface TenantRows {

    /** Every table that holds rows of tenants. */
    Mono<List<String>> tables();

    /**
     * Removes some rows of the tenant from the table and counts them in the registry, both or
     * neither; answers with how many it were, 0 when none is left.
     */
    Mono<Long> removeSome(Tenant tenant, String table);

    /** What the tenant takes. */
    Mono<Space> space(Tenant tenant);

    /**
     * What the tenant takes.
     *
     * @param records without those in the bin
     * @param bytes of its records
     */
    record Space(long records, long bytes) {}
}
