package kith.runtime.write;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.access.RowFilter;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import reactor.core.publisher.Mono;

/**
 * The transaction of a write, for code that waits for each statement: it runs on threads of its
 * own, never on the event loop. Used by one thread at a time.
 *
 * @param now the moment of the write, whole milliseconds
 */
record WriteSession(Session session, Access access, Caller caller, Catalog catalog, Instant now) {

    /** The tenant of every statement. */
    Sql tenant() {
        return Sql.bind(caller.tenant().key());
    }

    /** Whether the caller may know of records of an object at all. */
    boolean mayKnow(ObjectType object) {
        return switch (access.rows(caller, object)) {
            case RowFilter.Everything _ -> true;
            case RowFilter.Nothing _ -> false;
        };
    }

    <T> List<T> rows(Sql sql, Function<? super Readable, ? extends T> row) {
        return awaited(session.<T>query(sql, row).collectList());
    }

    void run(Sql sql) {
        awaited(session.execute(sql));
    }

    /** Waits for something else that runs in this transaction. */
    static <T> T awaited(Mono<T> result) {
        T value = result.block();
        if (value == null) {
            throw new IllegalStateException("A statement completed without an answer");
        }
        return value;
    }
}
