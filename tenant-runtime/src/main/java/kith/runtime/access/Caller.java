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
 * @param origin by which way the call came, kept in the history
 */
public record Caller(Tenant tenant, Optional<UUID> user, boolean isAdministrator, Origin origin) {

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
