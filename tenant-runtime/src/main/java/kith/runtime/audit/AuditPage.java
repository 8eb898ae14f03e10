package kith.runtime.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A page of the trail.
 *
 * @param end where the next one begins; empty on the last
 */
public record AuditPage(List<AuditEntry> entries, Optional<UUID> end) {

    public AuditPage {
        entries = List.copyOf(entries);
    }
}
