package kith.server.tenant;

import java.util.Set;
import kith.runtime.access.Caller;
import kith.runtime.registry.RegisteredTenant;
import kith.runtime.registry.TenantRegistry;
import kith.runtime.tenant.TenantStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does the steps with the identity provider, the packages and the tenant's records. */
public final class ProvisioningWorkshop implements ProvisioningWork {

    private final TenantRegistry registry;
    private final IdentityDirectory directory;
    private final Packages packages;
    private final UserRecords users;

    public ProvisioningWorkshop(
            TenantRegistry registry,
            IdentityDirectory directory,
            Packages packages,
            UserRecords users) {
        this.registry = registry;
        this.directory = directory;
        this.packages = packages;
        this.users = users;
    }

    @Override
    public Mono<ProvisioningState> run(
            ProvisioningStep step, ProvisioningOrder order, RegisteredTenant tenant) {
        ProvisioningState state = ProvisioningState.of(tenant);
        return switch (step) {
            case ORGANIZATION -> organization(order, tenant).thenReturn(state);
            case ACCOUNT -> directory.account(order.admin()).map(state::withAccount);
            case MEMBERSHIP -> join(state, tenant).thenReturn(state);
            case PACKAGES -> install(state, tenant).thenReturn(state);
            case USER -> user(state, order, tenant).thenReturn(state);
            case ACTIVATION -> activate(tenant).thenReturn(state);
        };
    }

    private Mono<Void> organization(ProvisioningOrder order, RegisteredTenant tenant) {
        return directory
                .organization(order.slug(), order.name())
                .flatMap(id -> registry.setOrganization(tenant.tenant().key(), id));
    }

    private Mono<Void> join(ProvisioningState state, RegisteredTenant tenant) {
        return directory.join(tenant.organization().orElseThrow(), state.account().orElseThrow());
    }

    private Mono<Void> install(ProvisioningState state, RegisteredTenant tenant) {
        Caller platform = Caller.platform(tenant.tenant());
        return Flux.fromIterable(state.packages())
                .concatMap(name -> packages.install(platform, name))
                .then();
    }

    private Mono<Void> user(
            ProvisioningState state, ProvisioningOrder order, RegisteredTenant tenant) {
        return users.tie(tenant.tenant(), order.admin(), state.account().orElseThrow(), true);
    }

    private Mono<Void> activate(RegisteredTenant tenant) {
        return registry.changeStatus(
                        tenant.tenant().key(),
                        Set.of(TenantStatus.PROVISIONING),
                        TenantStatus.ACTIVE)
                .then();
    }
}
