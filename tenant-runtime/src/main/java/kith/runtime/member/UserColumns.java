package kith.runtime.member;

import kith.metadata.catalog.Storage;
import kith.metadata.catalog.SystemObjects;
import kith.runtime.sql.Sql;

/**
 * Where the platform's own fields of users lie: the same for all tenants, whatever their catalog.
 */
final class UserColumns {

    static final Sql IDENTITY = column("identity");
    static final Sql ACTIVE = column("active");
    static final Sql ADMINISTRATOR = column("administrator");

    private UserColumns() {}

    private static Sql column(String field) {
        return SystemObjects.fieldsOf(SystemObjects.USER).stream()
                .filter(each -> each.name().equals(field))
                .flatMap(each -> each.storage().stream())
                .map(Storage::toString)
                .map(Sql::identifier)
                .findFirst()
                .orElseThrow();
    }
}
