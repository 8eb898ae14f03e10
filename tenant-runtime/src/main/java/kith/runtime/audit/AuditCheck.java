package kith.runtime.audit;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the chain from its beginning and compares it with what it must be. */
final class AuditCheck {

    private static final String ALL =
            """
            select l.position, l.chain, e.id, e.at, e.kind, e.actor, e.origin, e.subject, e.digest,
                case e.kind
                    when 'METADATA' then (select {} = e.digest from catalog_change c
                        where c.tenant = e.tenant and c.version::text = e.subject)
                    when 'ACCESS' then (select {} = e.digest from history h
                        where h.tenant = e.tenant and h.record = split_part(e.subject, ':', 1)::uuid
                            and h.version = split_part(e.subject, ':', 2)::int)
                    else (select {} = e.digest from audit_detail d
                        where d.tenant = e.tenant and d.entry = e.id)
                end as fits
            from audit_link l left join audit_entry e on e.tenant = l.tenant and e.id = l.entry
            where l.tenant = {} order by l.position
            """;

    private long entries;
    private long erased;
    private String head = ChainLink.BEGINNING;
    private @Nullable String problem;

    private AuditCheck() {}

    static Mono<AuditVerification> of(Session session, int tenant) {
        return session.<Sealed>query(
                        Sql.of(
                                ALL,
                                AuditDigests.OF_METADATA,
                                AuditDigests.OF_ACCESS,
                                AuditDigests.OF_DETAIL,
                                Sql.bind(tenant)),
                        AuditCheck::row)
                .collect(AuditCheck::new, AuditCheck::read)
                .map(AuditCheck::verification);
    }

    private static Sealed row(Readable row) {
        return new Sealed(
                Objects.requireNonNull(row.get("position", Long.class)),
                ChainLink.hex(row, "chain"),
                row.get("id", UUID.class) == null
                        ? Optional.empty()
                        : Optional.of(ChainLink.of(row)),
                Optional.ofNullable(row.get("fits", Boolean.class)));
    }

    private void read(Sealed link) {
        entries++;
        if (problem == null) {
            problem = problem(link);
        }
        if (link.fits().isEmpty()) {
            erased++;
        }
        head = link.chain();
    }

    private @Nullable String problem(Sealed link) {
        if (link.position() != entries) {
            return "Link %d is missing.".formatted(entries);
        }
        if (link.entry().isEmpty()) {
            return "The entry of link %d is missing.".formatted(link.position());
        }
        if (!link.entry().get().after(head, link.position()).equals(link.chain())) {
            return "Link %d does not fit its entry and the link before.".formatted(link.position());
        }
        return link.fits().orElse(true)
                ? null
                : "What the entry of link %d refers to was changed.".formatted(link.position());
    }

    private AuditVerification verification() {
        return new AuditVerification(entries, erased, head, Optional.ofNullable(problem));
    }

    /**
     * @param fits whether what the entry refers to is as it was; empty where that was erased
     */
    private record Sealed(
            long position, String chain, Optional<ChainLink> entry, Optional<Boolean> fits) {}
}
