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
            select r.tenant, {}, {}, r.id from record r where {} and {} is not null
            """;

    private static final String CLEAR =
            """
            delete from unique_value where tenant = {} and field = any({})
            """;

    private final int tenant;
    private final DataChecks checks;

    UniqueKeyRows(int tenant, Catalog catalog) {
        this.tenant = tenant;
        this.checks = new DataChecks(tenant, catalog);
    }

    /** Gives every live record its row. */
    Sql fill(Field field) {
        return Sql.of(
                FILL,
                Sql.bind(field.id()),
                StoredValue.uniqueKey(field),
                checks.records(field),
                StoredValue.of(field));
    }

    Sql clear(Collection<UUID> fields) {
        return Sql.of(
                CLEAR,
                Sql.number(tenant),
                Sql.bind(SqlType.UUID_ARRAY, fields.toArray(UUID[]::new)));
    }
}
