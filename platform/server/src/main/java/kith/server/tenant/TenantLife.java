package kith.server.tenant;

import java.util.Set;
import kith.metadata.problem.ProblemException;
import kith.runtime.registry.RegisteredTenant;
import kith.runtime.registry.TenantRegistry;
import kith.runtime.tenant.TenantProblem;
import kith.runtime.tenant.TenantStatus;
import reactor.core.publisher.Mono;

/**
 * Suspends and resumes tenants. Statements on data look at the status themselves, everything else
 * does within a second, so nodes need not be told.
 */
public final class TenantLife {

    private final TenantRegistry registry;

    public TenantLife(TenantRegistry registry) {
        this.registry = registry;
    }

    public Mono<RegisteredTenant> suspend(String slug) {
        return change(slug, TenantStatus.ACTIVE, TenantStatus.SUSPENDED);
    }

    public Mono<RegisteredTenant> resume(String slug) {
        return change(slug, TenantStatus.SUSPENDED, TenantStatus.ACTIVE);
    }

    private Mono<RegisteredTenant> change(String slug, TenantStatus from, TenantStatus to) {
        return require(slug)
                .flatMap(tenant ->
                        registry.changeStatus(tenant.tenant().key(), Set.of(from, to), to))
                .filter(isChanged -> isChanged)
                .switchIfEmpty(Mono.error(() -> conflict(slug, from)))
                .then(require(slug));
    }

    /** The tenant, or a problem where there is none. */
    public Mono<RegisteredTenant> require(String slug) {
        return registry.find(slug)
                .switchIfEmpty(
                        Mono.error(() ->
                                new ProblemException(
                                        TenantProblem.TENANT_UNKNOWN.saying(
                                                "There is no tenant \"" + slug + "\"."))));
    }

    private static ProblemException conflict(String slug, TenantStatus expected) {
        return new ProblemException(
                TenantProblem.TENANT_STATUS_CONFLICT.saying(
                        "The tenant \"%s\" is not %s.".formatted(slug, expected)));
    }
}
