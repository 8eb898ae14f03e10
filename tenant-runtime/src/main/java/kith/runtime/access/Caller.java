package kith.runtime.access;

import java.util.Optional;
import java.util.UUID;
import kith.runtime.tenant.Tenant;

/**
 * Who asks, within which tenant.
 *
 * @param user the record of the calling user; empty for the platform itself, which provisions and
 *     loads
 * @param isAdministrator may change the metadata and the objects that only administrators write
 * @param rights what the user's permission sets allow; everything for administrators
 * @param principals whom records may be shared with so that the user sees them
 * @param origin by which way the call came, kept in the history
 */
public record Caller(
        Tenant tenant,
        Optional<UUID> user,
        boolean isAdministrator,
        Rights rights,
        Principals principals,
        Origin origin) {

    /** An administrator, or a user with the rights of those who were given no others. */
    public Caller(Tenant tenant, Optional<UUID> user, boolean isAdministrator, Origin origin) {
        this(
                tenant,
                user,
                isAdministrator,
                isAdministrator ? Rights.ALL : Rights.STANDARD,
                Principals.NONE,
                origin);
    }

    /** The same caller, were it another user; the platform stays the platform. */
    public Caller as(UUID other) {
        return new Caller(
                tenant, user.map(_ -> other), isAdministrator, rights, principals, origin);
    }

    /** The platform itself, e.g. while it provisions a tenant. */
    public static Caller platform(Tenant tenant) {
        return new Caller(tenant, Optional.empty(), true, Origin.PLATFORM);
    }

    /** The way by which a write came. */
    public enum Origin {
        API,
        CONSOLE,
        PLATFORM
    }
}
