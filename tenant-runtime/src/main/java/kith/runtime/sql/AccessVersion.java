package kith.runtime.sql;

/**
 * Counts the changes of who may see and do what within a tenant. Whatever changes that counts it in
 * its own transaction; whoever remembers what somebody may asks whether it is still the same.
 */
public final class AccessVersion {

    private static final String CURRENT =
            """
            coalesce((select a.version from access_version a where a.tenant = {}), 0)\
            """;

    private static final String CHANGE =
            """
            insert into access_version as a (tenant, version) values ({}, 1)
            on conflict (tenant) do update set version = a.version + 1
            """;

    private AccessVersion() {}

    /** The version as an expression. */
    public static Sql current(int tenant) {
        return Sql.of(CURRENT, Sql.bind(tenant));
    }

    /** The statement that counts a change. */
    public static Sql changed(int tenant) {
        return Sql.of(CHANGE, Sql.bind(tenant));
    }
}
