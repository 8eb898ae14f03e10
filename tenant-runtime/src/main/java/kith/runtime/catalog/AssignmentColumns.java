package kith.runtime.catalog;

import kith.metadata.catalog.Storage;
import kith.metadata.catalog.SystemObjects;
import kith.runtime.sql.Sql;

/** Where it lies which permission sets users were given: the same for all tenants. */
public final class AssignmentColumns {

    public static final Sql USER = column("user");
    public static final Sql PERMISSION_SET = column("permissionSet");
    public static final Sql EXPIRES_AT = column("expiresAt");

    private AssignmentColumns() {}

    private static Sql column(String field) {
        return SystemObjects.fieldsOf(SystemObjects.PERMISSION_ASSIGNMENT).stream()
                .filter(each -> each.name().equals(field))
                .flatMap(each -> each.storage().stream())
                .map(Storage::toString)
                .map(Sql::identifier)
                .findFirst()
                .orElseThrow();
    }
}
