package kith.runtime.registry;

import java.util.Optional;
import java.util.Set;
import kith.runtime.tenant.TenantStatus;
import reactor.core.publisher.Mono;

/** Port: the list of all tenants of the installation. */
public interface TenantRegistry {

    /** The tenant of that slug; empty where there is none. */
    Mono<RegisteredTenant> find(String slug);

    /** Registers a tenant that is being set up; where the slug is taken, answers with that one. */
    Mono<RegisteredTenant> register(NewTenant tenant);

    /** Changes the status if it is one of those expected; false where it is another by now. */
    Mono<Boolean> changeStatus(int key, Set<TenantStatus> expected, TenantStatus status);

    /** Remembers the tenant's organization at the identity provider. */
    Mono<Void> setOrganization(int key, String organization);

    /** Replaces the JSON object about provisioning; false where it is not as expected any more. */
    Mono<Boolean> replaceProvisioning(int key, String expected, String provisioning);

    /**
     * Tenants by slug.
     *
     * @param after the slug that the page starts behind
     * @param search a part of the slug or name, in any case
     */
    Mono<TenantPage> page(int first, Optional<String> after, Optional<String> search);

    /** Forgets the tenant, whose rows must be gone before. */
    Mono<Void> remove(int key);
}
