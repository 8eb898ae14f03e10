package kith.runtime.storage;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;

/**
 * The notes that writes leave of the records they touch while these are being copied to another
 * table. Everything that writes a row of a record leaves them, for only the notes tell the move
 * what to copy anew.
 */
public final class MoveNotes {

    private static final String NOTE =
            """
            insert into move_note (tenant, object, record) select {}, {}, touched.id from unnest({}) as touched(id)
            """;

    private MoveNotes() {}

    /** The statement that notes records of an object; empty where the object is not moving. */
    public static Optional<Sql> of(Sql tenant, ObjectType object, Collection<UUID> records) {
        return object.home().isMoving() && !records.isEmpty()
                ? Optional.of(
                        Sql.of(
                                NOTE,
                                tenant,
                                Sql.number(object.key()),
                                Sql.bind(SqlType.UUID_ARRAY, records.toArray(UUID[]::new))))
                : Optional.empty();
    }
}
