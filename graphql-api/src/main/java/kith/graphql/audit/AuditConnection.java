package kith.graphql.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.runtime.audit.AuditEntry;
import kith.runtime.audit.AuditPage;

/** A page of the audit trail, shaped like its type. */
public record AuditConnection(List<AuditEntry> nodes, PageInfo pageInfo) {

    static AuditConnection of(AuditPage page) {
        return new AuditConnection(
                page.entries(),
                new PageInfo(page.end().isPresent(), page.end().map(UUID::toString)));
    }

    /** Where a page ends. */
    public record PageInfo(boolean hasNextPage, Optional<String> endCursor) {}
}
