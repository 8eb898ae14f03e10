package kith.runtime.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry of the trail.
 *
 * @param actor the record of the user; empty for the platform itself
 * @param detail what else is known, a JSON document; empty where it was erased
 * @param position in the chain; empty for the newest, which are not sealed yet
 */
public record AuditEntry(
        UUID id,
        Instant at,
        AuditKind kind,
        Optional<Actor> actor,
        String origin,
        String subject,
        Optional<String> detail,
        Optional<Long> position) {

    /** Who did it, by today's name. */
    public record Actor(UUID id, Optional<String> name) {}
}
