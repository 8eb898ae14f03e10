package kith.server.tenant;

import java.util.List;
import java.util.UUID;
import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Mono;

/** Port: users as records of a tenant. */
public interface UserRecords {

    /**
     * Ties the account to the user with that address, making the user where there is none.
     *
     * @param identity the account's subject at the identity provider
     */
    Mono<Void> tie(Tenant tenant, NewAccount person, String identity, boolean isAdministrator);

    /** The record of the user whose identity is that account. */
    Mono<UUID> withIdentity(Tenant tenant, String identity);

    /** Lets the user in, or keeps them out. */
    Mono<Void> activate(Tenant tenant, UUID user, boolean isActive);

    /** Users that nobody can sign in as yet, at most 200. */
    Mono<List<NewAccount>> withoutAccount(Tenant tenant);
}
