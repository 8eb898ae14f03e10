package kith.runtime.audit;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import reactor.core.publisher.Mono;

/**
 * Puts entries into the chain, many at once. What stands in tables of its own, changes of metadata
 * and of who may do what, is given an entry that refers to it and holds a digest over it.
 */
final class AuditSeal {

    /** Entries at once. */
    static final int AT_ONCE = 1_000;

    private static final String ALONE = "select 1 as taken from pg_advisory_xact_lock(7464, {})";

    private static final String HEAD =
            """
            select position, chain from audit_link where tenant = {} order by position desc limit 1
            """;

    private static final String REFER_TO_METADATA =
            """
            insert into audit_entry (tenant, id, at, kind, actor, origin, subject, digest)
            select c.tenant, gen_random_uuid(), c.at, 'METADATA', c.actor, 'METADATA', c.version::text, {}
            from catalog_change c
            where c.tenant = {} and c.at > {}
            on conflict do nothing
            """;

    private static final String REFER_TO_ACCESS =
            """
            insert into audit_entry (tenant, id, at, kind, actor, origin, subject, digest)
            select h.tenant, gen_random_uuid(), h.at, 'ACCESS', h.actor, h.origin, h.record || ':' || h.version, {}
            from history h
            where h.tenant = {} and h.object in (1, 2) and h.at > {}
            on conflict do nothing
            """;

    /** From when on entries may not be sealed yet: no transaction is open for a day. */
    private static final String SINCE =
            """
            (select coalesce(max(e.at) - interval '1 day', '-infinity'::timestamptz) from audit_link l
            join audit_entry e on e.tenant = l.tenant and e.id = l.entry
            where l.tenant = {} and l.position > (
                select coalesce(max(position), 0) - 1 from audit_link where tenant = {}))
            """;

    private static final String OPEN =
            """
            select e.id, e.at, e.kind, e.actor, e.origin, e.subject, e.digest
            from audit_entry e
            where e.tenant = {} and e.at > {}
                and not exists (select from audit_link l where l.tenant = e.tenant and l.entry = e.id)
            order by e.at, e.id limit {}
            """;

    private static final String LINK =
            """
            insert into audit_link (tenant, position, entry, chain)
            select {}, n.position, n.entry, decode(n.chain, 'hex')
            from unnest({}, {}, {}) as n(position, entry, chain)
            """;

    private AuditSeal() {}

    /** Answers with how many entries were sealed, at most {@link #AT_ONCE}. */
    static Mono<Long> seal(Session session, int tenant) {
        Sql key = Sql.bind(tenant);
        Sql since = Sql.of(SINCE, key, key);
        return session.query(Sql.of(ALONE, key), _ -> "taken")
                .then(
                        session.execute(
                                Sql.of(REFER_TO_METADATA, AuditDigests.OF_METADATA, key, since)))
                .then(session.execute(Sql.of(REFER_TO_ACCESS, AuditDigests.OF_ACCESS, key, since)))
                .then(head(session, key))
                .flatMap(head ->
                        session.<ChainLink>query(
                                        Sql.of(
                                                OPEN,
                                                key,
                                                since,
                                                Sql.bind(SqlType.INTEGER, AT_ONCE)),
                                        ChainLink::of)
                                .collectList()
                                .flatMap(open -> link(session, key, head, open)));
    }

    private static Mono<Head> head(Session session, Sql tenant) {
        return session.<Head>query(Sql.of(HEAD, tenant), AuditSeal::head)
                .next()
                .defaultIfEmpty(new Head(0, ChainLink.BEGINNING));
    }

    private static Head head(Readable row) {
        return new Head(
                Objects.requireNonNull(row.get("position", Long.class)),
                ChainLink.hex(row, "chain"));
    }

    private static Mono<Long> link(Session session, Sql tenant, Head head, List<ChainLink> open) {
        if (open.isEmpty()) {
            return Mono.just(0L);
        }
        List<Long> positions = new ArrayList<>();
        List<UUID> entries = new ArrayList<>();
        List<String> chains = new ArrayList<>();
        String chain = head.chain();
        long position = head.position();
        for (ChainLink link : open) {
            position++;
            chain = link.after(chain, position);
            positions.add(position);
            entries.add(link.entry());
            chains.add(chain);
        }
        return session.execute(
                Sql.of(
                        LINK,
                        tenant,
                        Sql.bind(SqlType.BIGINT_ARRAY, positions.toArray(Long[]::new)),
                        Sql.bind(SqlType.UUID_ARRAY, entries.toArray(UUID[]::new)),
                        Sql.bind(SqlType.TEXT_ARRAY, chains.toArray(String[]::new))));
    }

    private record Head(long position, String chain) {}
}
