package kith.runtime.member;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.catalog.Catalog;

/**
 * What a user was given.
 *
 * @param sets those that count now, the profile among them
 * @param catalog that says what the sets are
 * @param accessVersion of the tenant when this was found
 * @param until when one of the sets expires
 */
record GivenSets(
        UUID id,
        boolean isActive,
        boolean isAdministrator,
        List<PermissionSetDefinition> sets,
        Catalog catalog,
        long accessVersion,
        Optional<Instant> until) {

    GivenSets {
        sets = List.copyOf(sets);
    }
}
