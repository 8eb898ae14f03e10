package kith.bench.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** Many other companies in the same tables, each with the same objects and a few records. */
public final class SmallTenants {

    /** How many there are. */
    public static final int COUNT = 1_000;

    /** Records that each of them has. */
    public static final int RECORDS = 200;

    private static final String REGISTER =
            """
            insert into tenant (slug, name, status, currency, zone, locale, catalog_version, next_object_key)
            select 'small-' || n, 'Small ' || n, t.status, t.currency, t.zone, t.locale, t.catalog_version, t.next_object_key
            from tenant t cross join generate_series(1, {count}) n
            where t.slug = '{slug}'
            """;
    private static final String CUSTOMIZE =
            """
            insert into component (tenant, id, kind, position, document)
            select small.key, c.id, c.kind, c.position, c.document
            from component c cross join tenant small
            where c.tenant = {tenant} and small.slug like 'small-%'
            """;
    private static final String COLUMNS =
            """
            select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
            from information_schema.columns
            where table_name = 'record' and table_schema = current_schema() and column_name <> 'tenant'
                and is_generated = 'NEVER'
            """;
    private static final String FILL =
            """
            insert into record (tenant, {columns})
            select small.key, {columns}
            from (select *, row_number() over (partition by object order by id) as n from record where tenant = {tenant}) r
            cross join (select key from tenant where slug like 'small-%') small
            where r.n <= {most}
            """;

    private final DatabaseServer server;

    public SmallTenants(DatabaseServer server) {
        this.server = server;
    }

    /** Makes them of the measured tenant that shares their tables. */
    public void create() throws SQLException {
        try (Connection database = server.connect(DatabaseServer.KITH)) {
            Sql.run(database, "set synchronous_commit = off");
            int tenant = new KithTenant(server, MeasuredTenant.SHARED).key();
            database.setAutoCommit(false);
            Sql.run(
                    database,
                    REGISTER.replace("{count}", Integer.toString(COUNT))
                            .replace("{slug}", MeasuredTenant.SHARED.slug()));
            Sql.run(database, CUSTOMIZE.replace("{tenant}", Integer.toString(tenant)));
            String columns = Objects.requireNonNull(Sql.value(database, COLUMNS));
            int perObject = RECORDS / BenchObject.values().length;
            Sql.run(
                    database,
                    FILL.replace("{columns}", columns)
                            .replace("{tenant}", Integer.toString(tenant))
                            .replace("{most}", Integer.toString(perObject)));
            database.commit();
            database.setAutoCommit(true);
            Sql.run(database, "vacuum (analyze)");
        }
    }
}
