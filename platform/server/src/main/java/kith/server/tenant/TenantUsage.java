package kith.server.tenant;

import kith.runtime.registry.TenantRows;
import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Mono;

/** What tenants take of the installation. */
public final class TenantUsage {

    private final TenantRows rows;
    private final RequestCounts requests;

    public TenantUsage(TenantRows rows, RequestCounts requests) {
        this.rows = rows;
        this.requests = requests;
    }

    public Mono<Used> of(Tenant tenant) {
        return rows.space(tenant)
                .zipWith(
                        requests.total(tenant),
                        (space, total) -> new Used(space.records(), space.bytes(), total));
    }

    /**
     * What a tenant takes.
     *
     * @param requests since it was made
     */
    public record Used(long records, long bytes, long requests) {}
}
