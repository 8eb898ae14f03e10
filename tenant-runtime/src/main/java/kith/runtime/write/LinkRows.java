package kith.runtime.write;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kith.runtime.sql.Sql;

/** The table of many-to-many links. */
final class LinkRows {

    private final WriteSession session;

    LinkRows(WriteSession session) {
        this.session = session;
    }

    /** One row: the source owns the field. */
    private record Link(UUID field, UUID source, UUID target) {
        static Link of(Readable row) {
            return new Link(
                    Objects.requireNonNull(row.get(0, UUID.class)),
                    Objects.requireNonNull(row.get(1, UUID.class)),
                    Objects.requireNonNull(row.get(2, UUID.class)));
        }
    }

    /** What really changed in one field of a record: the ids unlinked and the ids linked. */
    record Change(List<UUID> removed, List<UUID> added) {
        Change() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * Links and unlinks.
     *
     * @return what really changed, by record and field
     */
    Map<UUID, Map<UUID, Change>> apply(List<Draft> drafts) {
        List<Link> removed = disconnect(links(drafts, /* isConnect= */ false));
        List<Link> added = connect(links(drafts, /* isConnect= */ true));
        Map<UUID, Map<UUID, Change>> changes = new LinkedHashMap<>();
        removed.forEach(link -> change(changes, link).removed().add(link.target()));
        added.forEach(link -> change(changes, link).added().add(link.target()));
        return changes;
    }

    private static List<Link> links(List<Draft> drafts, boolean isConnect) {
        List<Link> links = new ArrayList<>();
        for (Draft draft : drafts) {
            for (Draft.LinkChange change : draft.links()) {
                if (change.isConnect() == isConnect) {
                    links.add(new Link(change.field().id(), draft.id(), change.target()));
                }
            }
        }
        return links;
    }

    private List<Link> connect(List<Link> links) {
        if (links.isEmpty()) {
            return List.of();
        }
        GivenRows<Link> given = rows(links);
        return session.rows(
                Sql.of(
                        """
                        insert into link (tenant, {})
                        select {}, {} from {} order by given.field, given.source, given.target
                        on conflict (tenant, field, source, target) do nothing
                        returning field, source, target\
                        """,
                        given.columns(),
                        session.tenant(),
                        given.values(),
                        given.source()),
                Link::of);
    }

    private List<Link> disconnect(List<Link> links) {
        if (links.isEmpty()) {
            return List.of();
        }
        return session.rows(
                Sql.of(
                        """
                        delete from link using {}
                        where link.tenant = {} and link.field = given.field and link.source = given.source
                            and link.target = given.target
                        returning link.field, link.source, link.target\
                        """,
                        rows(links).source(),
                        session.tenant()),
                Link::of);
    }

    private static GivenRows<Link> rows(List<Link> links) {
        return GivenRows.of(links)
                .column("field", ColumnType.UUID, Link::field)
                .column("source", ColumnType.UUID, Link::source)
                .column("target", ColumnType.UUID, Link::target);
    }

    private static Change change(Map<UUID, Map<UUID, Change>> changes, Link link) {
        return changes.computeIfAbsent(link.source(), _ -> new LinkedHashMap<>())
                .computeIfAbsent(link.field(), _ -> new Change());
    }
}
