package kith.runtime.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.CatalogContent;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RecordHome;
import kith.metadata.catalog.SystemObjects;
import kith.runtime.sql.Sql;
import kith.runtime.storage.DedicatedTables;
import kith.runtime.storage.TableIndex;
import kith.runtime.tenant.Tenant;

/** A tenant's sample records, each object in a table of its own; users stay where all are. */
public final class DedicatedSample {

    private DedicatedSample() {}

    /** Puts the records that lie in the shared table into dedicated ones, one for each object. */
    public static Catalog of(RuntimeDatabase runtime, Tenant tenant, Catalog catalog) {
        return of(runtime, tenant, catalog, _ -> true);
    }

    /** The same for the objects that are chosen. */
    public static Catalog of(
            RuntimeDatabase runtime, Tenant tenant, Catalog catalog, Predicate<ObjectType> chosen) {
        Map<Integer, RecordHome> homes = new TreeMap<>();
        for (ObjectType object : catalog.objects()) {
            if (!object.name().equals(SystemObjects.USER) && chosen.test(object)) {
                homes.put(
                        object.key(),
                        new RecordHome.Dedicated(move(runtime, tenant, object), false));
            }
        }
        return dedicated(catalog, homes);
    }

    private static Catalog dedicated(Catalog catalog, Map<Integer, RecordHome> homes) {
        List<ObjectType> objects =
                catalog.objects().stream()
                        .map(object ->
                                new ObjectType(
                                        object.definition(),
                                        object.key(),
                                        homes.getOrDefault(object.key(), RecordHome.COMMON),
                                        object.fields(),
                                        object.relations(),
                                        object.rules()))
                        .toList();
        return new CatalogContent(
                        catalog.fingerprint() + " dedicated " + homes,
                        catalog.components(),
                        objects,
                        0,
                        homes,
                        catalog.objects().stream()
                                .collect(Collectors.toMap(ObjectType::name, catalog::rollUpsOver)),
                        catalog.storedFormulas())
                .at(catalog.version());
    }

    private static int move(RuntimeDatabase runtime, Tenant tenant, ObjectType object) {
        int number = Integer.parseInt(asOwner(runtime, tenant, make(object)));
        String name = "dedicated_" + number;
        String columns =
                runtime.asOwner(
                        tenant,
                        "select string_agg(quote_ident(attname), ',' order by attnum) from pg_attribute"
                                + " where attrelid = '"
                                + name
                                + "'::regclass and attnum > 0");
        runtime.asOwner(
                tenant,
                """
                insert into %1$s (%2$s) select %2$s from record where tenant = %3$d and object = %4$d;
                delete from record where tenant = %3$d and object = %4$d;
                update dedicated_table set state = 'LIVE', job = null where tenant = %3$d and object = %4$d;
                """
                        .formatted(name, columns, tenant.key(), object.key()));
        for (TableIndex index : TableIndex.standard(object)) {
            asOwner(runtime, tenant, DedicatedTables.index(object.key(), index));
        }
        return number;
    }

    private static Sql make(ObjectType object) {
        return DedicatedTables.make(
                object.key(),
                object.fields().stream().map(Field::storage).collect(Collectors.toSet()),
                new UUID(0, object.key()));
    }

    /** With values in place of parameters: all of them are numbers, ids and names of columns. */
    private static String asOwner(RuntimeDatabase runtime, Tenant tenant, Sql sql) {
        String text = sql.render().text();
        List<?> values = sql.render().values();
        for (int index = values.size(); index > 0; index--) {
            text = text.replace("$" + index, literal(values.get(index - 1)));
        }
        return runtime.asOwner(tenant, text);
    }

    private static String literal(Object value) {
        return switch (value) {
            case String[] texts -> "'{" + String.join(",", texts) + "}'::text[]";
            case UUID id -> "'" + id + "'::uuid";
            default -> value.toString();
        };
    }
}
