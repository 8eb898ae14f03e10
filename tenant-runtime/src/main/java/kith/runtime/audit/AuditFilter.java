package kith.runtime.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Which entries to list, the newest first. */
public record AuditFilter(
        Optional<AuditKind> kind,
        Optional<UUID> actor,
        Optional<Instant> from,
        Optional<Instant> until,
        int first,
        Optional<UUID> after) {}
