package kith.runtime.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Storage;
import kith.metadata.field.TypeTraits;

/**
 * An index of a dedicated table; it ends in the id, as pages of lists do.
 *
 * @param onlyFilled whether it leaves out records without a value in the first column
 */
public record TableIndex(List<String> columns, boolean onlyFilled) {

    public TableIndex {
        columns = List.copyOf(columns);
    }

    /** What every object has, and one for each of its fields that sits in an indexed slot. */
    public static List<TableIndex> standard(ObjectType object) {
        List<TableIndex> indexes = new ArrayList<>();
        indexes.add(new TableIndex(List.of("name"), false));
        indexes.add(new TableIndex(List.of("owner"), true));
        indexes.add(new TableIndex(List.of("created_at"), false));
        indexes.add(new TableIndex(List.of("updated_at"), false));
        indexes.add(new TableIndex(List.of("deletion"), true));
        object.fields().forEach(field -> of(field.storage()).ifPresent(indexes::add));
        return indexes;
    }

    /** The index that goes with a slot, if one does. */
    public static Optional<TableIndex> of(Storage home) {
        return home instanceof Storage.Slot slot && slot.isIndexed()
                ? Optional.of(new TableIndex(List.of(slot.column()), true))
                : Optional.empty();
    }

    /** The one that was asked for by fields that all have a {@link #column}. */
    public static TableIndex of(List<Field> fields) {
        return new TableIndex(
                fields.stream().map(field -> column(field).orElseThrow()).toList(), false);
    }

    /** The column of a field, if values of it are fit for an index. */
    public static Optional<String> column(Field field) {
        return switch (field.storage()) {
            case Storage.Column(String name) -> Optional.of(name);
            case Storage.Slot slot ->
                    TypeTraits.isIndexable(field.type())
                            ? Optional.of(slot.column())
                            : Optional.empty();
            case Storage.Overflow _, Storage.Links _, Storage.Computed _ -> Optional.empty();
        };
    }
}
