package kith.graphql.reference.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.graphql.reference.Scene;
import kith.graphql.reference.engine.Engine;
import kith.graphql.reference.generate.CatalogGenerator;
import kith.graphql.reference.generate.Dice;
import kith.graphql.reference.generate.Request;
import kith.graphql.reference.world.Model;
import kith.runtime.access.MemberAccess;
import kith.runtime.tenant.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * SQL of the application's role for one tenant, against every table that the database says has a
 * tenant, with the rows that work through the API left there.
 */
class TenantTablesIT {

    private static Engine engine;
    private static TenantTables tables;
    private static Tenant own;
    private static Tenant other;

    @BeforeAll
    static void start() throws SQLException {
        engine = new Engine("tenant_tables", new MemberAccess());
        tables = new TenantTables(engine.runtime());
        Dice dice = new Dice(7);
        Model model = new CatalogGenerator(dice).model();
        List<Tenant> tenants = new ArrayList<>();
        for (String slug : List.of("own", "other")) {
            Scene scene = Scene.of(engine, model, slug, dice);
            scene.actual(new Request("{ changes(first: 1) { latestCursor } }", "{}"));
            tenants.add(scene.caller().tenant());
        }
        own = tenants.get(0);
        other = tenants.get(1);
        engine.followWords(other);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void hasRowsToProtect() throws SQLException {
        assertThat(tables.contents(other))
                .containsKeys("record", "link", "unique_value", "history", "outbox", "search_word");
        for (String table : List.of("record", "unique_value", "history", "outbox", "search_word")) {
            assertThat(tables.contents(other).get(table)).as(table).doesNotStartWith("0 ");
        }
    }

    @Test
    void showsNoRowOfAnotherTenant() throws SQLException {
        for (String table : tables.names()) {
            String foreign =
                    "select count(*) from %s where tenant <> %d".formatted(table, own.key());
            String through =
                    "select count(*) from record r join %s t on t.tenant = %d"
                            .formatted(table, other.key());
            assertThat(count(foreign)).as(table).isEqualTo("0");
            assertThat(count(through)).as(table).isEqualTo("0");
        }
    }

    @Test
    void changesAndTakesNoRowOfAnotherTenant() throws SQLException {
        Map<String, String> before = tables.contents(other);
        for (String table : tables.names()) {
            String row =
                    engine.runtime()
                            .asOwner(
                                    other, "select to_jsonb(t) from %s t limit 1".formatted(table));
            if (!row.isEmpty()) {
                attempt(
                        "insert into %1$s overriding system value select * from jsonb_populate_record(null::public.%1$s, '%2$s'::jsonb)"
                                .formatted(table, row.replace("'", "''")));
            }
            attempt("update %s set tenant = tenant".formatted(table));
            attempt("update %s set tenant = %d".formatted(table, own.key()));
            attempt("update %s set tenant = %d".formatted(table, other.key()));
            attempt("delete from %s where tenant <> %d".formatted(table, own.key()));
        }
        assertThat(tables.contents(other)).isEqualTo(before);
    }

    private static String count(String sql) throws SQLException {
        return as(sql);
    }

    /** Refused or without effect; which of both, the contents tell. */
    private static void attempt(String sql) {
        try {
            as(sql);
        } catch (SQLException refused) {
            assertThat(refused.getMessage())
                    .containsPattern("permission denied|row-level security|violates|duplicate");
        }
    }

    private static String as(String sql) throws SQLException {
        return engine.runtime()
                .asApplication(
                        "select set_config('kith.tenant', '%d', false); %s"
                                .formatted(own.key(), sql));
    }
}
