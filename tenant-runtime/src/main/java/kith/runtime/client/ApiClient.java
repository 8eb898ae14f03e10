package kith.runtime.client;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A program that calls the API of a tenant with credentials of its own.
 *
 * @param clientId under which the identity provider knows it
 * @param user the record of the user as which it acts, with that user's permission sets
 * @param secretSince when its secret was made
 * @param lastUsedAt to the minute, about
 */
public record ApiClient(
        UUID id,
        String name,
        String clientId,
        UUID user,
        boolean active,
        Instant createdAt,
        Instant secretSince,
        Optional<Instant> lastUsedAt) {}
