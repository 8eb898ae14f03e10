package kith.runtime.registry;

import java.time.Instant;
import java.util.Optional;
import kith.runtime.tenant.Tenant;

/**
 * A tenant as the registry knows it.
 *
 * @param organization the id of its organization at the identity provider, once there is one
 * @param catalogVersion the version of its catalog
 * @param provisioning a JSON object: what provisioning was asked for and how far it came; the JSON
 *     null where it was never asked for
 */
public record RegisteredTenant(
        Tenant tenant,
        Optional<String> organization,
        long catalogVersion,
        String provisioning,
        Instant createdAt) {}
