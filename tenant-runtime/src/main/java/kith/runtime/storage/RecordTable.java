package kith.runtime.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RecordHome;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;

/**
 * A table of records: the shared one or one of a single object. Both have the same columns where
 * they have them, so that statements differ in the name of the table alone.
 *
 * @param number of the dedicated table; 0 for the shared one
 */
public record RecordTable(int number) {

    /** The table that all tenants share. */
    public static final RecordTable SHARED = new RecordTable(0);

    public static RecordTable of(ObjectType object) {
        return of(object.home());
    }

    /** Where the records of an object are, whether or not it was removed. */
    public static RecordTable of(Catalog catalog, int object) {
        return of(catalog.homes().getOrDefault(object, RecordHome.COMMON));
    }

    public static RecordTable of(RecordHome home) {
        return switch (home) {
            case RecordHome.Shared _ -> SHARED;
            case RecordHome.Dedicated(int number, boolean _) -> new RecordTable(number);
        };
    }

    /** The tables that hold records of the tenant, the shared one first. */
    public static List<RecordTable> all(Catalog catalog) {
        List<RecordTable> tables = new ArrayList<>();
        tables.add(SHARED);
        catalog.homes().values().stream()
                .map(RecordTable::of)
                .filter(RecordTable::isDedicated)
                .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                .forEach(tables::add);
        return tables;
    }

    /** Things by the table that their object is in: the shared one first, then by number. */
    public static <T> Map<RecordTable, List<T>> grouped(
            Collection<T> things, Function<T, ObjectType> object) {
        Map<Integer, List<T>> byNumber = new TreeMap<>();
        for (T thing : things) {
            byNumber.computeIfAbsent(of(object.apply(thing)).number(), _ -> new ArrayList<>())
                    .add(thing);
        }
        Map<RecordTable, List<T>> groups = new LinkedHashMap<>();
        byNumber.forEach((number, group) -> groups.put(new RecordTable(number), group));
        return groups;
    }

    public boolean isDedicated() {
        return number > 0;
    }

    public Sql name() {
        return isDedicated() ? Sql.identifier("dedicated_" + number) : Sql.text("record");
    }

    /**
     * What holds for the rows of this table that count, whatever their object: after a move the old
     * rows stay in the shared table for a while.
     *
     * @param object the column with the object's key
     */
    public Sql counts(Catalog catalog, Sql object) {
        Integer[] moved =
                catalog.homes().entrySet().stream()
                        .filter(home -> home.getValue() instanceof RecordHome.Dedicated)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toArray(Integer[]::new);
        return isDedicated() || moved.length == 0
                ? Sql.text("true")
                : Sql.of("{} <> all({})", object, Sql.bind(SqlType.INTEGER_ARRAY, moved));
    }
}
