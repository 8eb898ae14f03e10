package kith.runtime.catalog;

import java.util.Collection;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;

/** The rows of unique values when a field becomes unique, or is so no longer. */
final class UniqueKeyRows {

    private static final String FILL =
            """
            insert into unique_value (tenant, field, value, record)
            select r.tenant, {}, {}, r.id from {} r where {} and {} is not null
                and not exists (
                    select from unique_value u
                    where u.tenant = r.tenant and u.field = {} and u.record = r.id)
            """;

    private static final String CLEAR =
            """
            delete from unique_value where tenant = {} and field = any({})
            """;

    private final int tenant;
    private final RecordFilter records;

    UniqueKeyRows(int tenant, Catalog catalog) {
        this.tenant = tenant;
        this.records = new RecordFilter(tenant, catalog);
    }

    /** Gives every live record its row, unless it has it. */
    Sql fill(Field field) {
        return Sql.of(
                FILL,
                Sql.bind(field.id()),
                StoredValue.uniqueKey(field),
                records.table(field),
                records.live(field),
                StoredValue.of(field),
                Sql.bind(field.id()));
    }

    Sql clear(Collection<UUID> fields) {
        return Sql.of(
                CLEAR,
                Sql.number(tenant),
                Sql.bind(SqlType.UUID_ARRAY, fields.toArray(UUID[]::new)));
    }
}
