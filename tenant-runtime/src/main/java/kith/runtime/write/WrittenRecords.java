package kith.runtime.write;

import kith.metadata.catalog.ObjectType;
import kith.runtime.read.Predicate;
import kith.runtime.read.ReadRequest;
import kith.runtime.read.ReadStatements;
import kith.runtime.sql.Sql;

/** What writes need of the read engine, inside their own transaction. */
final class WrittenRecords {

    private final ReadStatements statements;

    WrittenRecords(ReadStatements statements) {
        this.statements = statements;
    }

    /** The answer to a read as the bytes of one JSON object, in one statement. */
    byte[] read(WriteSession session, ReadRequest request) {
        return WriteSession.awaited(
                session.session()
                        .json(
                                Sql.of(
                                        "select {}",
                                        statements.answer(
                                                session.caller(), session.catalog(), request))));
    }

    /** The condition of a filter on the loaded record, with what the caller may know of. */
    Sql condition(WriteSession session, ObjectType object, Predicate filter) {
        return Sql.of(
                "loaded.id in ({})",
                statements.idsOf(session.caller(), session.catalog(), object, filter));
    }
}
