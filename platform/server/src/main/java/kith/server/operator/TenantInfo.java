package kith.server.operator;

import java.time.Instant;
import java.util.List;
import kith.runtime.registry.RegisteredTenant;
import kith.runtime.tenant.Tenant;
import kith.server.tenant.ProvisioningState;
import org.jspecify.annotations.Nullable;

/** A tenant as operators see it; nothing of its data. */
record TenantInfo(
        Tenant tenant,
        String slug,
        String name,
        String status,
        Instant createdAt,
        List<String> packages,
        String currency,
        String timeZone,
        String locale,
        long catalogVersion,
        List<Step> steps) {

    static TenantInfo of(RegisteredTenant registered) {
        Tenant tenant = registered.tenant();
        ProvisioningState state = ProvisioningState.of(registered);
        return new TenantInfo(
                tenant,
                tenant.slug(),
                tenant.name(),
                tenant.status().name(),
                registered.createdAt(),
                state.packages(),
                tenant.currency().getCurrencyCode(),
                tenant.zone().getId(),
                tenant.locale().toLanguageTag(),
                registered.catalogVersion(),
                ProvisioningState.report(registered).stream().map(Step::of).toList());
    }

    /** A step of provisioning. */
    record Step(String name, String state, @Nullable String problem) {
        static Step of(ProvisioningState.StepReport report) {
            return new Step(report.step().name(), report.state(), report.problem().orElse(null));
        }
    }

    /** A page of tenants. */
    record Connection(List<TenantInfo> nodes, long totalCount, PageInfo pageInfo) {}

    /** Where a page ends. */
    record PageInfo(boolean hasNextPage, @Nullable String endCursor) {}

    /** What a tenant takes. */
    record Usage(long records, double storageBytes, long requests) {}

    /** What is left of a tenant. */
    record Deleted(String proof) {}
}
