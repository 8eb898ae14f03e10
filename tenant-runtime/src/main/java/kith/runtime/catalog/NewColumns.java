package kith.runtime.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Storage;
import kith.metadata.change.ChangePlan;
import kith.metadata.resolve.RetiredStorage;
import kith.runtime.sql.Sql;
import kith.runtime.storage.RecordTable;

/**
 * The columns that a dedicated table lacks as long as a change is only considered: every record is
 * without a value there.
 */
record NewColumns(Catalog current, ChangePlan.Applicable plan) {

    /** What stands for the table of a field's object in a check. */
    Sql table(Field field) {
        ObjectType object = plan.next().require(field.object());
        RecordTable table = RecordTable.of(object);
        List<Sql> missing = table.isDedicated() ? missing(object) : List.of();
        return missing.isEmpty()
                ? table.name()
                : Sql.of("(select d.*, {} from {} d)", Sql.join(", ", missing), table.name());
    }

    private List<Sql> missing(ObjectType object) {
        Set<Storage> there = new HashSet<>();
        current.objectWithKey(object.key())
                .ifPresent(before -> there.addAll(current.slots(before)));
        plan.storage().revived().stream()
                .filter(home -> home.object() == object.key())
                .map(RetiredStorage::storage)
                .forEach(there::add);
        return plan.next().slots(object).stream()
                .filter(home -> !there.contains(home))
                .filter(Storage.Slot.class::isInstance)
                .map(Storage.Slot.class::cast)
                .map(NewColumns::empty)
                .collect(Collectors.toList());
    }

    private static Sql empty(Storage.Slot slot) {
        Sql type =
                switch (slot.kind()) {
                    case TEXT -> Sql.text("null::text");
                    case NUMBER -> Sql.text("null::bigint");
                    case DATE -> Sql.text("null::date");
                    case TIME -> Sql.text("null::timestamptz");
                    case BOOLEAN -> Sql.text("null::boolean");
                    case REFERENCE -> Sql.text("null::uuid");
                    case OBJECT -> Sql.text("null::int");
                };
        return Sql.of("{} as {}", type, Sql.identifier(slot.column()));
    }
}
