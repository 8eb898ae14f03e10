package kith.server.tenant;

import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import kith.metadata.problem.ProblemException;
import kith.runtime.registry.RegisteredTenant;
import kith.runtime.registry.TenantRegistry;
import kith.runtime.registry.TenantRows;
import kith.runtime.tenant.TenantProblem;
import kith.runtime.tenant.TenantStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Destroys tenants with all that is theirs, and proves it. A destruction that was cut off goes on
 * when it is asked for again; its counts are kept with the tenant until the end.
 */
public final class TenantErasure {

    private final TenantRegistry registry;
    private final TenantRows rows;
    private final IdentityDirectory directory;
    private final ProgramDirectory programs;

    public TenantErasure(
            TenantRegistry registry,
            TenantRows rows,
            IdentityDirectory directory,
            ProgramDirectory programs) {
        this.registry = registry;
        this.rows = rows;
        this.directory = directory;
        this.programs = programs;
    }

    /**
     * What was removed, counted, with a digest over it.
     *
     * @param confirm the slug once more
     */
    public Mono<String> erase(RegisteredTenant tenant, String confirm) {
        if (!confirm.equals(tenant.tenant().slug())) {
            return Mono.error(
                    new ProblemException(
                            TenantProblem.TENANT_NOT_CONFIRMED
                                    .saying("The confirmation is not the tenant's short name.")
                                    .at("confirm")));
        }
        int key = tenant.tenant().key();
        return registry.changeStatus(key, EnumSet.allOf(TenantStatus.class), TenantStatus.DELETING)
                .then(removeAllRows(tenant))
                .then(Mono.defer(() -> removeOrganization(tenant)))
                .zipWhen(_ -> programs.dismissAll(tenant.tenant().slug()))
                .flatMap(removed -> proof(tenant, removed.getT1(), removed.getT2()))
                .delayUntil(_ -> registry.remove(key));
    }

    /** Again and again until nothing is left: a write that was under way may still have come in. */
    private Mono<Void> removeAllRows(RegisteredTenant tenant) {
        return removeOnce(tenant)
                .expand(removed -> removed == 0 ? Mono.empty() : removeOnce(tenant))
                .then();
    }

    private Mono<Long> removeOnce(RegisteredTenant tenant) {
        return rows.tables()
                .flatMapIterable(tables -> tables)
                .concatMap(table -> removeFrom(tenant, table))
                .reduce(0L, Long::sum);
    }

    private Flux<Long> removeFrom(RegisteredTenant tenant, String table) {
        Mono<Long> some = rows.removeSome(tenant.tenant(), table);
        return some.expand(removed -> removed == 0 ? Mono.empty() : some);
    }

    private Mono<IdentityDirectory.RemovedOrganization> removeOrganization(
            RegisteredTenant tenant) {
        return Mono.justOrEmpty(tenant.organization())
                .flatMap(directory::remove)
                .defaultIfEmpty(IdentityDirectory.RemovedOrganization.NONE);
    }

    private Mono<String> proof(
            RegisteredTenant tenant,
            IdentityDirectory.RemovedOrganization removed,
            long removedPrograms) {
        return registry.find(tenant.tenant().slug())
                .map(last -> new TreeMap<>(ProvisioningState.of(last).removed()))
                .map(counts -> {
                    counts.put("identity.organizations", removed.organizations());
                    counts.put("identity.memberships", removed.memberships());
                    counts.put("identity.accounts", removed.accounts());
                    counts.put("identity.programs", removedPrograms);
                    return ErasureProof.of(tenant.tenant().slug(), Map.copyOf(counts));
                });
    }
}
