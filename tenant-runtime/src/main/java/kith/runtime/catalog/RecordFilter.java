package kith.runtime.catalog;

import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.runtime.sql.Sql;
import kith.runtime.storage.RecordTable;

/** Which rows {@code r} of which table a change of a field is about. */
final class RecordFilter {

    private final Sql tenant;
    private final Catalog catalog;

    RecordFilter(int tenant, Catalog catalog) {
        this.tenant = Sql.number(tenant);
        this.catalog = catalog;
    }

    /** The table with the records of the field's object. */
    Sql table(Field field) {
        return RecordTable.of(catalog.require(field.object())).name();
    }

    /** All records of the field's object, those in the bin too. */
    Sql all(Field field) {
        return Sql.of(
                "r.tenant = {} and r.object = {}",
                tenant,
                Sql.number(catalog.require(field.object()).key()));
    }

    /** Those that are not in the bin. */
    Sql live(Field field) {
        return Sql.of("{} and r.deleted_at is null", all(field));
    }

    /**
     * Those that take the default where they have no value. A record in the bin holds no unique
     * value; it could not come back if it had to share one.
     */
    Sql toFill(Field field) {
        return field.definition().isUnique() ? live(field) : all(field);
    }
}
