package kith.runtime.member;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kith.runtime.access.Caller;
import kith.runtime.access.Principals;
import kith.runtime.access.Rights;
import kith.runtime.tenant.Tenant;

/**
 * Who a user is, and what they may.
 *
 * @param accessVersion of the tenant when this was found; good as long as it is the same
 * @param until when it is no longer good even so: a permission set expires
 */
public record Member(
        UUID id,
        boolean isActive,
        boolean isAdministrator,
        Rights rights,
        Principals principals,
        long accessVersion,
        Optional<Instant> until) {

    /** The user as the caller of a request that came by a way. */
    public Caller calling(Tenant tenant, Caller.Origin origin) {
        return new Caller(tenant, Optional.of(id), isAdministrator, rights, principals, origin);
    }
}
