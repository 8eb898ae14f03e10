package kith.runtime.move;

import java.util.List;
import kith.runtime.sql.Sql;
import kith.runtime.storage.RecordTable;

/**
 * From which table to which one records are copied.
 *
 * @param columns those of the dedicated table, which the shared one has as well
 */
record MoveRoute(int tenant, ObjectMove move, RecordTable dedicated, List<String> columns) {

    MoveRoute {
        columns = List.copyOf(columns);
    }

    RecordTable source() {
        return move.course() == ObjectMove.Course.TO_SHARED ? dedicated : RecordTable.SHARED;
    }

    RecordTable target() {
        return move.course() == ObjectMove.Course.TO_SHARED ? RecordTable.SHARED : dedicated;
    }

    Sql tenantKey() {
        return Sql.number(tenant);
    }

    Sql objectKey() {
        return Sql.number(move.object());
    }

    Sql columnList() {
        return Sql.join(", ", columns.stream().map(Sql::identifier).toList());
    }
}
