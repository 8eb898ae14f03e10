package kith.runtime.registry;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kith.runtime.sql.Database;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.storage.DedicatedTables;
import kith.runtime.storage.RecordTable;
import kith.runtime.storage.TableState;
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
                and c.relname !~ '^dedicated_[0-9]+$'
            order by c.relname
            """;

    private static final String REMOVE_SOME =
            """
            with chosen as (
                {} limit {}
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

    /** Nobody but the database itself removes these, and only together with their tenant. */
    private static final String ERASE_SOME =
            """
            with counted as (
                select erase_audit_trail({}, {}) as number
            ), noted as (
                update tenant set provisioning = jsonb_set(
                    provisioning,
                    array['removed', {}],
                    to_jsonb(coalesce((provisioning #>> array['removed', {}])::bigint, 0) + number))
                from counted where key = {} and number > 0
            )
            select number from counted
            """;

    private static final Set<String> ONLY_ADDED_TO = Set.of("audit_entry", "audit_link");

    /** The stream has an index of changes with a position and one of those without. */
    private static final String CHANGES =
            """
            select ctid from outbox where tenant = {} and position is not null
            union all select ctid from outbox where tenant = {} and position is null\
            """;

    private static final String DEDICATED =
            """
            select object, number from dedicated_table where tenant = {} order by object limit 1
            """;

    /** A table of the tenant goes as a whole, and counts for its records. */
    private static final String NOTE_DROPPED =
            """
            with counted as (select count(*) as number from {} where tenant = {})
            update tenant set provisioning = jsonb_set(
                provisioning,
                array['removed', 'record'],
                to_jsonb(coalesce((provisioning #>> array['removed', 'record'])::bigint, 0) + number))
            from counted where key = {} and number > 0
            """;

    /** A record that is just being moved is in two tables, and counts where it is read. */
    private static final String SPACE =
            """
            select coalesce(sum(s.records), 0)::bigint, coalesce(sum(s.bytes), 0)::bigint from ({}) s
            """;

    private static final String SPACE_OF_TABLE =
            """
            select count(*) filter (where deleted_at is null and {}) as records,
                sum(pg_column_size(r)) as bytes
            from {} r where tenant = {}
            """;

    private static final String TABLES_IN_USE =
            """
            select object, number, state from dedicated_table where tenant = {} order by number
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
        if (table.equals("dedicated_table")) {
            return dropSome(tenant);
        }
        Sql key = Sql.bind(tenant.key());
        Sql name = Sql.bind(table);
        Sql statement =
                ONLY_ADDED_TO.contains(table)
                        ? Sql.of(ERASE_SOME, name, Sql.number(AT_ONCE), name, name, key)
                        : Sql.of(
                                REMOVE_SOME,
                                places(table, key),
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

    private static Sql places(String table, Sql key) {
        return table.equals("outbox")
                ? Sql.of(CHANGES, key, key)
                : Sql.of("select ctid from {} where tenant = {}", Sql.identifier(table), key);
    }

    @Override
    public Mono<Space> space(Tenant tenant) {
        return database.inTransaction(
                TenantExpectation.anyStateOf(tenant.key()),
                session ->
                        session.query(Sql.of(TABLES_IN_USE, Sql.bind(tenant.key())), Used::of)
                                .collectList()
                                .flatMapMany(tables ->
                                        session.query(
                                                space(tenant, tables),
                                                row ->
                                                        new Space(
                                                                Objects.requireNonNull(
                                                                        row.get(0, Long.class)),
                                                                Objects.requireNonNull(
                                                                        row.get(1, Long.class)))))
                                .single());
    }

    private static Sql space(Tenant tenant, List<Used> tables) {
        Sql key = Sql.bind(tenant.key());
        Integer[] moved =
                tables.stream().filter(Used::isHome).map(Used::object).toArray(Integer[]::new);
        List<Sql> parts = new ArrayList<>();
        parts.add(
                Sql.of(
                        SPACE_OF_TABLE,
                        Sql.of("object <> all({})", Sql.bind(SqlType.INTEGER_ARRAY, moved)),
                        RecordTable.SHARED.name(),
                        key));
        for (Used used : tables) {
            parts.add(
                    Sql.of(
                            SPACE_OF_TABLE,
                            used.isHome() ? Sql.text("true") : Sql.text("false"),
                            used.table().name(),
                            key));
        }
        return Sql.of(SPACE, Sql.join(" union all ", parts));
    }

    private Mono<Long> dropSome(Tenant tenant) {
        Sql key = Sql.bind(tenant.key());
        return database.inTransaction(
                TenantExpectation.anyStateOf(tenant.key()),
                session ->
                        session.query(Sql.of(DEDICATED, key), Dropped::of)
                                .singleOrEmpty()
                                .flatMap(dropped ->
                                        session.execute(
                                                        Sql.of(
                                                                NOTE_DROPPED,
                                                                dropped.table().name(),
                                                                key,
                                                                key))
                                                .then(
                                                        session.execute(
                                                                DedicatedTables.drop(
                                                                        dropped.object())))
                                                .thenReturn(1L))
                                .defaultIfEmpty(0L));
    }

    private record Dropped(int object, RecordTable table) {
        static Dropped of(Readable row) {
            return new Dropped(integer(row, 0), new RecordTable(integer(row, 1)));
        }
    }

    /** A table that a tenant has. */
    private record Used(int object, RecordTable table, TableState state) {
        static Used of(Readable row) {
            return new Used(
                    integer(row, 0),
                    new RecordTable(integer(row, 1)),
                    TableState.valueOf(Objects.requireNonNull(row.get(2, String.class))));
        }

        boolean isHome() {
            return state == TableState.LIVE || state == TableState.LEAVING;
        }
    }

    private static int integer(Readable row, int index) {
        return Objects.requireNonNull(row.get(index, Integer.class));
    }
}
