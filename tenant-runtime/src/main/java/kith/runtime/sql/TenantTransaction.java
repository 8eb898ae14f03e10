package kith.runtime.sql;

import io.r2dbc.spi.Readable;

/** How transactions begin: everything before the first data statement in one round trip. */
final class TenantTransaction {

    static final String REGISTRY = "begin; set local kith.registry = 'on'";

    /** Names the lock under which work is handed out, by one node at a time. */
    private static final int DISPATCH_LOCK = 1_802_073_193;

    private TenantTransaction() {}

    /** Names the lock that keeps a tenant's catalog as its writes found it. */
    private static final int CATALOG_LOCK = 1_802_073_192;

    /**
     * Without parameters, for only so can PostgreSQL take several statements at once. The lock
     * comes first and in a statement of its own, so that the state is read after waiting for it.
     */
    static String opening(TenantExpectation expected) {
        return """
        begin; set local kith.tenant = '%1$d'; \
        select case when pg_advisory_xact_lock_shared(%2$d, %1$d) is null then '' else '' end, \
        0::bigint; \
        select status, catalog_version from tenant where key = %1$d\
        """
                .formatted(expected.tenant(), CATALOG_LOCK);
    }

    /**
     * Opens the only statement of a write, and tells whether the tenant is as expected. What it
     * sets and locks comes before whatever the statement evaluates later.
     */
    static Sql openingWithin(int tenant, long catalogVersion, boolean mustBeActive) {
        return Sql.of(
                "may_write({}, {}, {}, {})",
                Sql.bind(tenant),
                Sql.number(CATALOG_LOCK),
                Sql.bind(catalogVersion),
                Sql.text(mustBeActive ? "true" : "false"));
    }

    /** Without the lock, which a change of the catalog takes later, and then alone. */
    static String openingCatalogChange(TenantExpectation expected) {
        return """
        begin; set local kith.tenant = '%1$d'; \
        select status, catalog_version from tenant where key = %1$d\
        """
                .formatted(expected.tenant());
    }

    /** The lock comes in a statement of its own, so that what follows sees who came before. */
    static String openingDispatch() {
        return """
        begin; set local kith.registry = 'on'; select pg_advisory_xact_lock(%d)::text\
        """
                .formatted(DISPATCH_LOCK);
    }

    static Sql excludingWrites(int tenant) {
        return Sql.of(
                "select pg_advisory_xact_lock({}, {})::text",
                Sql.number(CATALOG_LOCK),
                Sql.number(tenant));
    }

    static State state(Readable row) {
        String status = row.get(0, String.class);
        Long version = row.get(1, Long.class);
        if (status == null || version == null) {
            throw TenantExpectation.notThere();
        }
        return new State(status, version);
    }

    /** The tenant as a statement found it. */
    record State(String status, long catalogVersion) {
        /** The row of the lock says nothing. */
        boolean isFound() {
            return !status.isEmpty();
        }

        void verify(TenantExpectation expected) {
            expected.verify(status, catalogVersion);
        }
    }
}
