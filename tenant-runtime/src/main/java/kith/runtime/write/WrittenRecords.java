package kith.runtime.write;

import kith.metadata.catalog.ObjectType;
import kith.runtime.read.Predicate;
import kith.runtime.read.ReadRequest;
import kith.runtime.read.ReadStatements;
import kith.runtime.sql.Sql;
import kith.runtime.write.RecordLoader.Life;

/** What writes need of the read engine, inside their own transaction. */
final class WrittenRecords {

    private final ReadStatements statements;

    WrittenRecords(ReadStatements statements) {
        this.statements = statements;
    }

    /** The answer to a read as the bytes of one JSON object, in one statement. */
    byte[] read(WriteSession session, ReadRequest request) {
        return session.json(
                Sql.of(
                        "select {}",
                        statements.answer(session.caller(), session.catalog(), request)));
    }

    /**
     * The condition of a filter on the loaded record, with what the caller may know of. The matches
     * are gathered once and then found by their ids, however wrong PostgreSQL guesses their number.
     */
    Sql condition(WriteSession session, ObjectType object, Predicate filter, Life life) {
        return Sql.of(
                "loaded.id = any(array(select matched.id from ({}) matched(id) limit {}))",
                ids(session, object, filter, life),
                Sql.number(RecordLoader.MOST_MATCHES + 1L));
    }

    private Sql ids(WriteSession session, ObjectType object, Predicate filter, Life life) {
        return switch (life) {
            case LIVE -> statements.idsOf(session.caller(), session.catalog(), object, filter);
            case IN_BIN ->
                    statements.deletedIdsOf(session.caller(), session.catalog(), object, filter);
            case ANY -> throw new IllegalArgumentException("A filter is of one or the other");
        };
    }
}
