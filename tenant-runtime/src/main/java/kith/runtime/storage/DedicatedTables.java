package kith.runtime.storage;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kith.metadata.catalog.SlotKind;
import kith.metadata.catalog.Storage;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;

/**
 * The statements that make, change and drop the tables of single objects, and say what they are.
 * The database's owner does it, through functions that find the table by the tenant of the
 * transaction: no name that a tenant or an operator gave comes near a definition.
 */
public final class DedicatedTables {

    /** Those of a record, its tenant and object aside. */
    private static final String COLUMNS =
            """
            select a.attname::text from pg_attribute a
            where a.attrelid = {}::regclass and a.attnum > 0 and not a.attisdropped
                and a.attname not in ('tenant', 'object')
            order by a.attnum
            """;

    private DedicatedTables() {}

    /** Makes the table of an object and gives its number. */
    public static Sql make(int object, Collection<Storage> homes, UUID job) {
        return Sql.of(
                "select make_dedicated_table({}, {}, {})",
                Sql.number(object),
                texts(columns(homes)),
                Sql.bind(job));
    }

    public static Sql extend(int object, Collection<Storage> homes) {
        return Sql.of(
                "select extend_dedicated_table({}, {})", Sql.number(object), texts(columns(homes)));
    }

    public static Sql narrow(int object, Collection<Storage> homes) {
        return Sql.of(
                "select narrow_dedicated_table({}, {})", Sql.number(object), texts(columns(homes)));
    }

    /** Makes an index, unless it is there, and gives its name. */
    public static Sql index(int object, TableIndex index) {
        return Sql.of(
                "select index_dedicated_table({}, {}, {})",
                Sql.number(object),
                texts(index.columns()),
                Sql.bind(index.onlyFilled()));
    }

    /** Drops all other indexes. */
    public static Sql keepIndexes(int object, Collection<String> names) {
        return Sql.of("select keep_dedicated_indexes({}, {})", Sql.number(object), texts(names));
    }

    public static Sql analyze(int object) {
        return Sql.of("select analyze_dedicated_table({})", Sql.number(object));
    }

    public static Sql drop(int object) {
        return Sql.of("select drop_dedicated_table({})", Sql.number(object));
    }

    /** The columns that a table shares with the one of all tenants. */
    public static Sql columns(RecordTable table) {
        return Sql.of(COLUMNS, Sql.bind("dedicated_" + table.number()));
    }

    /**
     * Only slots are columns of their own; what overflows lies in the same document everywhere.
     * Each reference has its companion, whether or not it may point to several objects.
     */
    private static List<String> columns(Collection<Storage> homes) {
        return homes.stream()
                .filter(Storage.Slot.class::isInstance)
                .map(Storage.Slot.class::cast)
                .flatMap(DedicatedTables::withCompanion)
                .map(Storage.Slot::column)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Storage.Slot> withCompanion(Storage.Slot slot) {
        return slot.kind() == SlotKind.REFERENCE
                ? Stream.of(slot, new Storage.Slot(SlotKind.OBJECT, slot.number()))
                : Stream.of(slot);
    }

    private static Sql texts(Collection<String> texts) {
        return Sql.bind(SqlType.TEXT_ARRAY, texts.toArray(String[]::new));
    }
}
