package kith.runtime.audit;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import reactor.core.publisher.Mono;

/** Reads pages of the trail. */
final class AuditList {

    private static final String PAGE =
            """
            select e.id, e.at, e.kind, e.actor, u.name as actor_name, e.origin, e.subject, l.position,
                coalesce(d.detail::text,
                    (select json_build_object('message', c.message)::text from catalog_change c
                        where e.kind = 'METADATA' and c.tenant = e.tenant and c.version::text = e.subject)) as detail
            from audit_entry e
            left join audit_detail d on d.tenant = e.tenant and d.entry = e.id
            left join audit_link l on l.tenant = e.tenant and l.entry = e.id
            left join record u on u.tenant = e.tenant and u.id = e.actor
            where {}
            order by e.at desc, e.id desc limit {}
            """;

    private final Session session;
    private final int tenant;

    AuditList(Session session, int tenant) {
        this.session = session;
        this.tenant = tenant;
    }

    Mono<AuditPage> page(AuditFilter filter) {
        List<Sql> conditions = new ArrayList<>();
        conditions.add(Sql.of("e.tenant = {}", Sql.bind(tenant)));
        filter.kind()
                .ifPresent(kind -> conditions.add(Sql.of("e.kind = {}", Sql.bind(kind.name()))));
        filter.actor().ifPresent(actor -> conditions.add(Sql.of("e.actor = {}", Sql.bind(actor))));
        filter.from().ifPresent(from -> conditions.add(Sql.of("e.at >= {}", Sql.bind(from))));
        filter.until().ifPresent(until -> conditions.add(Sql.of("e.at < {}", Sql.bind(until))));
        filter.after()
                .ifPresent(after ->
                        conditions.add(
                                Sql.of(
                                        "(e.at, e.id) < (select p.at, p.id from audit_entry p where p.tenant = {} and p.id = {})",
                                        Sql.bind(tenant),
                                        Sql.bind(after))));
        return session.<AuditEntry>query(
                        Sql.of(
                                PAGE,
                                Sql.join(" and ", conditions),
                                Sql.bind(SqlType.INTEGER, filter.first() + 1)),
                        AuditList::row)
                .collectList()
                .map(found -> page(found, filter.first()));
    }

    private static AuditPage page(List<AuditEntry> found, int first) {
        if (found.size() <= first) {
            return new AuditPage(found, Optional.empty());
        }
        List<AuditEntry> shown = found.subList(0, first);
        return new AuditPage(shown, Optional.of(shown.getLast().id()));
    }

    private static AuditEntry row(Readable row) {
        return new AuditEntry(
                required(row, "id", UUID.class),
                required(row, "at", Instant.class),
                AuditKind.valueOf(required(row, "kind", String.class)),
                Optional.ofNullable(row.get("actor", UUID.class))
                        .map(id ->
                                new AuditEntry.Actor(
                                        id,
                                        Optional.ofNullable(row.get("actor_name", String.class)))),
                required(row, "origin", String.class),
                required(row, "subject", String.class),
                Optional.ofNullable(row.get("detail", String.class)),
                Optional.ofNullable(row.get("position", Long.class)));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
