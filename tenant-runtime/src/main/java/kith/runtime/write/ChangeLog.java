package kith.runtime.write;

import java.util.List;
import java.util.UUID;
import kith.runtime.access.Caller;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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

    void write(List<RecordChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<RecordChange> kept =
                changes.stream()
                        .filter(change -> change.object().definition().keepsHistory())
                        .filter(change -> change.kind() != RecordChange.Kind.DESTROY)
                        .toList();
        if (!kept.isEmpty()) {
            writeHistory(kept);
        }
        writeOutbox(changes);
    }

    private void writeHistory(List<RecordChange> changes) {
        GivenRows<RecordChange> given = rows(changes);
        session.run(
                Sql.of(
                        """
                        insert into history (tenant, {}, at, actor, origin)
                        select {}, {}, {}, {}, {} from {}\
                        """,
                        given.columns(),
                        session.tenant(),
                        given.values(),
                        Sql.bind(session.now()),
                        actor(session.caller()),
                        Sql.bind(session.caller().origin().name()),
                        given.source()));
    }

    private void writeOutbox(List<RecordChange> changes) {
        GivenRows<RecordChange> given =
                rows(changes).column("id", ColumnType.UUID, _ -> ids.next());
        session.run(
                Sql.of(
                        """
                        insert into outbox (tenant, {}, at, actor)
                        select {}, {}, {}, {} from {}\
                        """,
                        given.columns(),
                        session.tenant(),
                        given.values(),
                        Sql.bind(session.now()),
                        actor(session.caller()),
                        given.source()));
    }

    private static GivenRows<RecordChange> rows(List<RecordChange> changes) {
        return GivenRows.of(changes)
                .column("record", ColumnType.UUID, RecordChange::id)
                .column("version", ColumnType.INTEGER, RecordChange::version)
                .column("object", ColumnType.INTEGER, change -> change.object().key())
                .column("kind", ColumnType.TEXT, change -> change.kind().name())
                .column("changes", ColumnType.JSON, ChangeLog::json);
    }

    private static Sql actor(Caller caller) {
        @Nullable UUID user = caller.user().orElse(null);
        return Sql.bind(SqlType.UUID, user);
    }

    /** {@code {"<field id>": [before, after]}}. */
    private static String json(RecordChange change) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        change.values()
                .forEach((field, value) ->
                        document.putArray(field.toString()).add(value.before()).add(value.after()));
        return document.toString();
    }
}
