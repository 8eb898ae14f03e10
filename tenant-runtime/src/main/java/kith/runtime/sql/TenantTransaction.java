package kith.runtime.sql;

import io.r2dbc.spi.Readable;

/** How transactions begin: everything before the first data statement in one round trip. */
final class TenantTransaction {

    static final String REGISTRY = "begin; set local kith.registry = 'on'";

    private TenantTransaction() {}

    /** Without parameters, for only so can PostgreSQL take several statements at once. */
    static String opening(TenantExpectation expected) {
        return """
        begin; set local kith.tenant = '%1$d'; \
        select status, catalog_version from tenant where key = %1$d\
        """
                .formatted(expected.tenant());
    }

    static State state(Readable row) {
        String status = row.get(0, String.class);
        Long version = row.get(1, Long.class);
        if (status == null || version == null) {
            throw DatabaseProblem.TENANT_NOT_ACTIVE.exception();
        }
        return new State(status, version);
    }

    /** The tenant as a statement found it. */
    record State(String status, long catalogVersion) {
        void verify(TenantExpectation expected) {
            expected.verify(status, catalogVersion);
        }
    }
}
