package kith.runtime.write;

import java.util.List;
import kith.metadata.catalog.SystemObjects;
import kith.runtime.sql.AccessVersion;
import kith.runtime.sql.Sql;

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
                        .json("changes", RecordChange::values)
                        .json(
                                "causes",
                                change -> session.causes().taken(change.object(), change.id()));
        ChangeRows done =
                new ChangeRows(
                        session.scope(),
                        Sql.text("record"),
                        Sql.text("version"),
                        Sql.text("object"),
                        Sql.text("kind"),
                        Sql.text("changes"),
                        Sql.text("nullif(causes, 'null'::jsonb)"));
        session.send(
                Sql.of(
                        "with done as materialized (select {} from {}), kept as ({}) {}",
                        given.values(),
                        given.source(),
                        done.history(Sql.text("done where done.kept")),
                        done.stream(Sql.text("id"), Sql.text("done"))));
        if (changes.stream().anyMatch(change -> SystemObjects.decideAccess(change.object()))) {
            session.send(AccessVersion.changed(session.caller().tenant().key()));
        }
    }
}
