package kith.runtime.write;

import java.util.List;
import java.util.UUID;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was done: for people as the history of a record, for machines as the tenant's
 * stream of changes.
 */
final class ChangeLog {

    private final WriteSession session;
    private final RecordIds ids;

    ChangeLog(WriteSession session, RecordIds ids) {
        this.session = session;
        this.ids = ids;
    }

    /** In one statement, so that the values are sent and read once. */
    void write(List<RecordChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        GivenRows<RecordChange> given =
                GivenRows.of(changes)
                        .column("record", ColumnType.UUID, RecordChange::id)
                        .column("version", ColumnType.INTEGER, RecordChange::version)
                        .column("object", ColumnType.INTEGER, change -> change.object().key())
                        .column("kind", ColumnType.TEXT, change -> change.kind().name())
                        .column("kept", ColumnType.BOOLEAN, RecordChange::isKept)
                        .column("id", ColumnType.UUID, _ -> ids.next())
                        .json("changes", RecordChange::values);
        @Nullable UUID user = session.caller().user().orElse(null);
        Sql actor = Sql.bind(SqlType.UUID, user);
        Sql now = Sql.bind(session.now());
        session.send(
                Sql.of(
                        """
                        with done as materialized (select {} from {}), kept as (
                            insert into history (tenant, record, version, object, kind, changes, at, actor, origin)
                            select {}, record, version, object, kind, changes, {}, {}, {} from done where done.kept
                        )
                        insert into outbox (tenant, id, record, version, object, kind, changes, at, actor)
                        select {}, id, record, version, object, kind, changes, {}, {} from done\
                        """,
                        given.values(),
                        given.source(),
                        session.tenant(),
                        now,
                        actor,
                        Sql.bind(session.caller().origin().name()),
                        session.tenant(),
                        now,
                        actor));
    }
}
