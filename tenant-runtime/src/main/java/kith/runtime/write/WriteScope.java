package kith.runtime.write;

import java.time.Instant;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.access.RowFilter;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;

/**
 * Who writes, under which catalog, and when.
 *
 * @param now the moment of the write, whole milliseconds
 */
record WriteScope(Access access, Caller caller, Catalog catalog, Instant now) {

    /** The tenant of every statement. */
    Sql tenant() {
        return Sql.bind(caller.tenant().key());
    }

    /** The user who writes; null where it is the platform. */
    Sql user() {
        return Sql.bind(SqlType.UUID, caller.user().orElse(null));
    }

    /** Whether the caller may know of records of an object at all. */
    boolean mayKnow(ObjectType object) {
        return switch (access.rows(caller, object)) {
            case RowFilter.Everything _ -> true;
            case RowFilter.Nothing _ -> false;
        };
    }
}
