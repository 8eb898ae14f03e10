package kith.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself keeps apart, should a statement ever forget its tenant. */
class IsolationIT {

    /** One row of each table, for the tenant whose key stands in place of {@code %d}. */
    private static final Map<String, String> ROWS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry(
                                    "audit_entry",
                                    "(tenant, id, at, kind, origin, subject, digest) values (%d, gen_random_uuid(), now(), 'x', 'API', 'x', 'x')"),
                            Map.entry(
                                    "audit_detail",
                                    "(tenant, entry, salt, detail) values (%d, gen_random_uuid(), 'x', '{}')"),
                            Map.entry(
                                    "audit_link",
                                    "(tenant, position, entry, chain) values (%d, 1, gen_random_uuid(), 'x')"),
                            Map.entry(
                                    "api_client",
                                    "(tenant, id, name, client_id, acts_as, active, created_at, secret_since) values (%d, gen_random_uuid(), 'x', 'x', gen_random_uuid(), true, now(), now())"),
                            Map.entry(
                                    "component",
                                    "(tenant, id, kind, position, document) values (%d, gen_random_uuid(), 'Object', 1, '{}')"),
                            Map.entry(
                                    "catalog_change",
                                    "(tenant, version, at, actor_name, message, changes) values (%d, 1, now(), 'x', '', '[]')"),
                            Map.entry(
                                    "retired_storage",
                                    "(tenant, object, storage, field, version) values (%d, 1, 'text_1', gen_random_uuid(), 1)"),
                            Map.entry(
                                    "record",
                                    "(tenant, object, id, version, created_at, updated_at) values (%d, 1, gen_random_uuid(), 1, now(), now())"),
                            Map.entry(
                                    "unique_value",
                                    "(tenant, field, value, record) values (%d, gen_random_uuid(), 'x', gen_random_uuid())"),
                            Map.entry(
                                    "link",
                                    "(tenant, field, source, target) values (%d, gen_random_uuid(), gen_random_uuid(), gen_random_uuid())"),
                            Map.entry(
                                    "auto_number",
                                    "(tenant, field, last_value) values (%d, gen_random_uuid(), 1)"),
                            Map.entry(
                                    "history",
                                    "(tenant, record, version, object, at, origin, kind, changes) values (%d, gen_random_uuid(), 1, 1, now(), 'API', 'CREATE', '{}')"),
                            Map.entry(
                                    "kept_answer",
                                    "(tenant, caller, key, content, answer, at) values (%d, gen_random_uuid(), 'x', 'x', '{}', now())"),
                            Map.entry(
                                    "outbox",
                                    "(tenant, id, object, record, version, kind, at, changes) values (%d, gen_random_uuid(), 1, gen_random_uuid(), 1, 'CREATE', now(), '{}')"),
                            Map.entry("stream", "(tenant) values (%d)"),
                            Map.entry(
                                    "search_word",
                                    "(tenant, record, word, field, weight, at, until) values (%d, gen_random_uuid(), 'x', gen_random_uuid(), 0, 1, 2)"),
                            Map.entry(
                                    "search_variant",
                                    "(tenant, variant, word) values (%d, 'x', 'x')"),
                            Map.entry(
                                    "search_position",
                                    "(tenant, mark, position, layout) values (%d, 0, 0, '')"),
                            Map.entry(
                                    "work",
                                    "(tenant, job, kind, recurring, state, due_at, created_at) values (%d, gen_random_uuid(), 'x', false, 'WAITING', now(), now())"),
                            Map.entry(
                                    "job",
                                    "(tenant, id, payload) values (%d, gen_random_uuid(), '{}')")));

    private static RuntimeDatabase runtime;
    private static Tenant mine;
    private static Tenant theirs;

    static {
        ROWS.put(
                "retired_object",
                "(tenant, object, id, version) values (%d, 1, gen_random_uuid(), 1)");
        ROWS.put("dedicated_table", "(tenant, object, state) values (%d, 2, 'LEFT')");
        ROWS.put("search_entry", "(tenant, record, words) values (%d, gen_random_uuid(), '{x}')");
        ROWS.put("access_version", "(tenant, version) values (%d, 1)");
        ROWS.put("rule_log_setting", "(tenant, level, days) values (%d, 'ALL', 7)");
        ROWS.put(
                "rule_run",
                "(tenant, id, at, origin, operation, outcome, rules, steps, fuel, micros, bytes, detail) values (%d, gen_random_uuid(), now(), 'API', 'x', 'SAVED', '{}', 1, 1, 1, 2, '{}')");
        ROWS.put("stale_formula", "(tenant, field, generation) values (%d, gen_random_uuid(), 1)");
        ROWS.put(
                "record_share",
                "(tenant, record, party, with_below, cause, object, may_change, shared_at) values (%d, gen_random_uuid(), gen_random_uuid(), false, 'MANUAL', 100000, true, now())");
        ROWS.put("move_note", "(tenant, object, record) values (%d, 2, gen_random_uuid())");
    }

    @BeforeAll
    static void fill() {
        runtime = RuntimeDatabase.fresh("isolation");
        mine = runtime.tenant("mine");
        theirs = runtime.tenant("theirs");
        for (Tenant tenant : List.of(mine, theirs)) {
            ROWS.forEach((table, row) ->
                    runtime.asOwner(
                            tenant, "insert into " + table + " " + row.formatted(tenant.key())));
        }
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    static List<String> tables() {
        return List.copyOf(ROWS.keySet());
    }

    @Test
    void knowsEveryTableThatTheApplicationMayRead() throws SQLException {
        List<String> readable = new ArrayList<>();
        try (Connection connection = application();
                Statement statement = connection.createStatement();
                ResultSet tables =
                        statement.executeQuery(
                                "select relname from pg_class where relkind in ('r', 'p')"
                                        + " and relnamespace = 'public'::regnamespace"
                                        + " and has_table_privilege(oid, 'select')"
                                        + " order by 1")) {
            while (tables.next()) {
                readable.add(tables.getString(1));
            }
        }
        assertThat(readable).containsAll(ROWS.keySet());
        readable.removeAll(ROWS.keySet());
        assertThat(readable).containsOnly("tenant");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void showsNothingUntilTheTenantIsSet(String table) throws SQLException {
        assertThat(runtime.asApplication("select count(*) from " + table)).isEqualTo("0");
        assertThat(runtime.asApplication(set("") + "select count(*) from " + table)).isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void showsOnlyTheTenantThatIsSet(String table) throws SQLException {
        assertThat(as(mine, "select string_agg(tenant::text, ',') from " + table))
                .isEqualTo(String.valueOf(mine.key()));
        assertThat(as(mine, "select count(*) from " + table + " where tenant = " + theirs.key()))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void takesNoRowOfAnotherTenant(String table) {
        String insert =
                "insert into "
                        + table
                        + " "
                        + Objects.requireNonNull(ROWS.get(table)).formatted(theirs.key());

        assertThatThrownBy(() -> as(mine, insert))
                .hasMessageContaining(
                        table.equals("dedicated_table")
                                ? "permission denied"
                                : "row-level security");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "component",
                "retired_storage",
                "record",
                "unique_value",
                "link",
                "auto_number",
                "outbox",
                "kept_answer",
                "stream",
                "search_word",
                "search_entry",
                "search_variant",
                "search_position",
                "work",
                "job"
            })
    void changesNoRowOfAnotherTenant(String table) throws SQLException {
        String count = "select count(*) from " + table;

        as(mine, "update " + table + " set tenant = tenant where tenant = " + theirs.key());
        as(mine, "delete from " + table + " where tenant = " + theirs.key());

        assertThat(as(theirs, count)).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"history", "catalog_change"})
    void neverChangesWhatWasWrittenDown(String table) {
        assertThatThrownBy(() -> as(mine, "update " + table + " set changes = changes"))
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table record disable row level security",
                "drop policy record_of_tenant on record",
                "alter role current_user bypassrls",
                "set session authorization default; set role postgres",
                "create policy mine on record using (true)",
                "truncate record",
                "create table thing (id int)"
            })
    void givesTheApplicationNoWayAroundIt(String sql) {
        assertThatThrownBy(() -> runtime.asApplication(sql)).isInstanceOf(SQLException.class);
    }

    @Test
    void showsWhoHandsOutWorkNothingButTheListsOfTenantsAndWork() throws SQLException {
        String dispatching = "select set_config('kith.registry', 'on', false);";

        assertThat(runtime.asApplication(dispatching + "select count(*) from work")).isEqualTo("2");
        assertThat(runtime.asApplication(dispatching + "select count(*) from tenant"))
                .isEqualTo("2");
        for (String table : ROWS.keySet()) {
            if (!table.equals("work")) {
                assertThat(runtime.asApplication(dispatching + "select count(*) from " + table))
                        .as(table)
                        .isEqualTo("0");
            }
        }
    }

    @Test
    void readsNothingWithRowSecuritySwitchedOff() {
        assertThatThrownBy(() ->
                        runtime.asApplication(
                                "set row_security = off; select count(*) from record"))
                .hasMessageContaining("row-level security");
    }

    private static String as(Tenant tenant, String sql) throws SQLException {
        return runtime.asApplication(set(String.valueOf(tenant.key())) + sql);
    }

    private static String set(String tenant) {
        return "select set_config('kith.tenant', '" + tenant + "', false);";
    }

    private static Connection application() throws SQLException {
        return DriverManager.getConnection(
                runtime.address().jdbcUrl(),
                runtime.address().appUser(),
                runtime.address().appPassword());
    }
}
