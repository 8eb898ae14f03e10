package kith.runtime.write;

import kith.metadata.catalog.Field;
import kith.metadata.catalog.Storage;
import kith.runtime.sql.Sql;

/** Where the records {@code loaded} hold the id that a to-one field points to. */
final class ReferenceColumn {

    private ReferenceColumn() {}

    static Sql of(Field reference) {
        return switch (reference.storage()) {
            case Storage.Slot slot -> Sql.of("loaded.{}", Sql.identifier(slot.column()));
            case Storage.Overflow overflow ->
                    Sql.of("(loaded.more ->> {})::uuid", Sql.bind(overflow.key()));
            case Storage.Column(String name) -> Sql.of("loaded.{}", Sql.identifier(name));
            case Storage.Links _, Storage.Computed _ ->
                    throw new IllegalArgumentException(
                            reference.name() + " does not point to one record");
        };
    }
}
