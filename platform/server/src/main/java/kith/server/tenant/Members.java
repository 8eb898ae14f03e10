package kith.server.tenant;

import kith.runtime.registry.RegisteredTenant;
import reactor.core.publisher.Mono;

/** Lets people into a tenant: account, membership and user record together. */
public final class Members {

    private final IdentityDirectory directory;
    private final UserRecords users;

    public Members(IdentityDirectory directory, UserRecords users) {
        this.directory = directory;
        this.users = users;
    }

    /** May be repeated; what is there already stays. */
    public Mono<Void> admit(RegisteredTenant tenant, NewAccount person, boolean isAdministrator) {
        String organization = tenant.organization().orElseThrow();
        return directory
                .account(person)
                .delayUntil(account -> directory.join(organization, account))
                .flatMap(account -> users.tie(tenant.tenant(), person, account, isAdministrator));
    }
}
