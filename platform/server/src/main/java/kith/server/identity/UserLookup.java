package kith.server.identity;

import java.util.UUID;
import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Mono;

/** Port: finds the user record of an account. */
public interface UserLookup {

    /** The user whose identity is the account; empty where the tenant has none. */
    Mono<KnownUser> find(Tenant tenant, String identity);

    /** What a user record says of who may come in. */
    record KnownUser(UUID id, boolean isActive, boolean isAdministrator) {}
}
