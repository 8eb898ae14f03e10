package kith.runtime.registry;

import java.util.List;
import java.util.Objects;
import kith.runtime.sql.Database;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Mono;

/** The rows of a tenant in every table that has a column {@code tenant}. */
public final class PostgresTenantRows implements TenantRows {

    private static final int AT_ONCE = 5_000;

    /** From the system's own list, so that a new table cannot be forgotten. */
    private static final String TABLES =
            """
            select c.relname::text from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped
            where c.relkind in ('r', 'p') and not c.relispartition
                and c.relnamespace = current_schema()::regnamespace
            order by c.relname
            """;

    private static final String REMOVE_SOME =
            """
            with chosen as (
                select ctid from {} where tenant = {} limit {}
            ), gone as (
                delete from {} where tenant = {} and ctid in (select ctid from chosen) returning 1
            ), counted as (
                select count(*) as number from gone
            ), noted as (
                update tenant set provisioning = jsonb_set(
                    provisioning,
                    array['removed', {}],
                    to_jsonb(coalesce((provisioning #>> array['removed', {}])::bigint, 0) + number))
                from counted where key = {} and number > 0
            )
            select number from counted
            """;

    private static final String SPACE =
            """
            select count(*) filter (where deleted_at is null), coalesce(sum(pg_column_size(r)), 0)
            from record r where tenant = {}
            """;

    private final Database database;

    public PostgresTenantRows(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<String>> tables() {
        return database.inRegistry(session ->
                session.query(
                                Sql.text(TABLES),
                                row -> Objects.requireNonNull(row.get(0, String.class)))
                        .collectList());
    }

    @Override
    public Mono<Long> removeSome(Tenant tenant, String table) {
        Sql key = Sql.bind(tenant.key());
        Sql name = Sql.bind(table);
        Sql statement =
                Sql.of(
                        REMOVE_SOME,
                        Sql.identifier(table),
                        key,
                        Sql.number(AT_ONCE),
                        Sql.identifier(table),
                        key,
                        name,
                        name,
                        key);
        return database.inTransaction(
                TenantExpectation.anyStateOf(tenant.key()),
                session ->
                        session.query(
                                        statement,
                                        row -> Objects.requireNonNull(row.get(0, Long.class)))
                                .single());
    }

    @Override
    public Mono<Space> space(Tenant tenant) {
        return database.inTransaction(
                TenantExpectation.anyStateOf(tenant.key()),
                session ->
                        session.query(
                                        Sql.of(SPACE, Sql.bind(tenant.key())),
                                        row ->
                                                new Space(
                                                        Objects.requireNonNull(
                                                                row.get(0, Long.class)),
                                                        Objects.requireNonNull(
                                                                row.get(1, Long.class))))
                                .single());
    }
}
