package kith.runtime.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.testing.SampleCatalog;
import kith.runtime.word.SearchTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How PostgreSQL looks words up as the application's role, behind row-level security. */
class SearchPlansIT {

    private static final Catalog CATALOG = SampleCatalog.read("/read-cases/catalog.yaml");

    private static RuntimeDatabase runtime;
    private static Tenant tenant;

    @BeforeAll
    static void fill() {
        runtime = RuntimeDatabase.fresh("search_plans");
        tenant = runtime.tenant("tenant-0");
        fill(tenant);
        for (int number = 1; number < 5; number++) {
            fill(runtime.tenant("tenant-" + number));
        }
        runtime.asOwner(
                tenant,
                "analyze record; analyze search_word; analyze search_entry; analyze search_variant");
    }

    private static void fill(Tenant each) {
        runtime.asOwner(
                each,
                """
                insert into record (tenant, object, id, version, name, created_at, updated_at)
                select %1$d, 2002, gen_random_uuid(), 1, md5(n::text), now(), now() from generate_series(1, 4000) n;
                insert into search_word (tenant, record, word, field, weight, at, until)
                select %1$d, id, substr(name, n, 6), '%2$s', 0, n, n + 6 from record, generate_series(1, 5) n
                where tenant = %1$d;
                insert into search_entry (tenant, record, words)
                select tenant, record, array_agg(distinct word) from search_word where tenant = %1$d group by tenant, record;
                insert into search_variant (tenant, variant, word)
                select distinct %1$d, substr(word, 1, n - 1) || substr(word, n + 1), word from search_word, generate_series(1, 6) n
                where tenant = %1$d on conflict do nothing
                """
                        .formatted(each.key(), CATALOG.require("Contact").id()));
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    @Test
    void looksEachWordUpByARangeOfAnIndex() throws SQLException {
        assertThat(plan("davolio nancy"))
                .containsPattern("Index (Only )?Scan using search_word_by_word on search_word w")
                .containsPattern("Index Cond: .*word >= t.*word < t")
                .containsPattern("Index Cond: .*variant = ")
                .containsPattern("Index Scan using search_entry_pkey on search_entry e")
                .containsPattern("Index Cond: .*word = .*weight = .*record = ")
                .containsPattern("Index Scan using record_pkey on record")
                .doesNotContain("Seq Scan");
    }

    /** The generic plan, which serves all tenants alike. */
    private static String plan(String text) throws SQLException {
        ObjectType contact = CATALOG.require("Contact");
        ReadRequest.PerObject selection =
                new ReadRequest.PerObject(
                        contact,
                        new RecordSelection(
                                List.of(
                                        new RecordSelection.Value(
                                                "name", contact.field("name").orElseThrow()))));
        ReadRequest request =
                new ReadRequest(
                        List.of(
                                new ReadRequest.Search(
                                        "found",
                                        SearchTerms.of(text),
                                        List.of(contact),
                                        10,
                                        new SearchSelection(
                                                List.of(
                                                        new SearchSelection.Nodes(
                                                                "nodes", List.of(selection)))))));
        String sql =
                new ReadStatements(new MemberAccess())
                        .answer(
                                new Caller(tenant, Optional.empty(), false, Caller.Origin.API),
                                CATALOG,
                                request)
                        .render()
                        .text();
        try (Connection connection =
                        DriverManager.getConnection(
                                runtime.address().jdbcUrl() + "?preferQueryMode=simple",
                                runtime.address().appUser(),
                                runtime.address().appPassword());
                Statement setting = connection.createStatement();
                PreparedStatement explain =
                        connection.prepareStatement(
                                "explain (generic_plan, costs off) select " + sql)) {
            setting.execute("set kith.tenant = '" + tenant.key() + "'");
            StringBuilder lines = new StringBuilder();
            try (ResultSet plan = explain.executeQuery()) {
                while (plan.next()) {
                    lines.append(plan.getString(1)).append('\n');
                }
            }
            return lines.toString();
        }
    }
}
