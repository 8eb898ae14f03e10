package kith.runtime.audit;

import kith.runtime.sql.Sql;

/** Digests over what says more than an entry does, as PostgreSQL computes them. */
final class AuditDigests {

    /** Over the row {@code c} of a change of metadata. */
    static final Sql OF_METADATA =
            Sql.text(
                    """
                    sha256(convert_to(concat_ws('|', c.version, extract(epoch from c.at), c.actor, c.actor_name, \
                    c.message, c.changes::text), 'UTF8'))\
                    """);

    /** Over the row {@code h} of the history of a user or of what users may. */
    static final Sql OF_ACCESS =
            Sql.text(
                    """
                    sha256(convert_to(concat_ws('|', h.record, h.version, h.object, extract(epoch from h.at), \
                    h.actor, h.origin, h.kind, h.changes::text), 'UTF8'))\
                    """);

    /** Over the row {@code d} of an entry's words. */
    static final Sql OF_DETAIL = Sql.text("sha256(d.salt || convert_to(d.detail::text, 'UTF8'))");

    private AuditDigests() {}
}
