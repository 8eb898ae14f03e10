package kith.runtime.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.testing.SampleCatalog;
import kith.runtime.testing.SampleRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How PostgreSQL goes about reads as the application's role, behind row-level security, whose
 * barrier keeps what is not leakproof from an index. Plans are the generic ones that serve all
 * tenants alike.
 */
class ReadPlansIT {

    private static final Catalog CATALOG = SampleCatalog.read("/read-cases/catalog.yaml");

    private static RuntimeDatabase runtime;
    private static Tenant tenant;

    @BeforeAll
    static void fill() {
        runtime = RuntimeDatabase.fresh("read_plans");
        tenant = runtime.tenant("tenant-0");
        fill(tenant);
        for (int number = 1; number < 25; number++) {
            fill(runtime.tenant("tenant-" + number));
        }
        runtime.asOwner(tenant, "analyze record");
    }

    /** 1,500 accounts and 500 contacts: 50,000 records in all. */
    private static void fill(Tenant each) {
        runtime.asOwner(
                each,
                """
                insert into record (tenant, object, id, version, name, created_at, updated_at, owner, text_1, number_1, date_1)
                select %1$d, 2001, gen_random_uuid(), 1, 'Account ' || md5(n::text), now() - n * interval '1 min',
                    now(), gen_random_uuid(), case when n %% 3 > 0 then 'Tech' end,
                    case when n %% 10 > 0 then n * 100 end, date '2000-01-01' + n %% 5000
                from generate_series(1, 1500) n;
                with account as (select id, row_number() over () as n from record where tenant = %1$d)
                insert into record (tenant, object, id, version, name, created_at, updated_at, ref_1, text_1)
                select %1$d, 2002, gen_random_uuid(), 1, 'Contact ' || n, now(), now(), id, md5(n::text)
                from account where n <= 500
                """
                        .formatted(each.key()));
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    @Test
    void findsARecordByItsKey() throws SQLException {
        assertThat(plan("a: { of: Account, id: 11, select: [ name, { owner: [ name ] } ] }"))
                .contains("Index Scan using record_pkey on record r1")
                .contains("Index Scan using record_pkey on record r2")
                .doesNotContain("Seq Scan");
    }

    @Test
    void readsASortedPageFromTheIndexOfItsSlot() throws SQLException {
        assertThat(
                        plan(
                                "l: { of: Account, order: [ revenue desc nulls last ], page: { nodes: [ name ] } }"))
                .contains("Index Scan Backward using record_number_1")
                .doesNotContain("Sort Key: r1.number_1")
                .doesNotContain("Seq Scan");
    }

    @Test
    void beginsBehindACursorInTheIndexOfItsSlot() throws SQLException {
        String cursor = cursor("revenue", "5000");

        assertThat(
                        plan(
                                "l: { of: Account, order: [ revenue ], after: %s, page: { nodes: [ name ] } }"
                                        .formatted(cursor)))
                .contains("Index Scan using record_number_1")
                .containsPattern("Index Cond: .*ROW\\(number_1, id\\) > ROW\\(")
                .doesNotContain("Seq Scan");
    }

    @Test
    void beginsBehindACursorInTheIndexOfNames() throws SQLException {
        String cursor = cursor("name", "\"B\"");

        assertThat(
                        plan(
                                "l: { of: Account, order: [ name ], after: %s, page: { nodes: [ name ] } }"
                                        .formatted(cursor)))
                .containsPattern("Index Cond: .*ROW\\(name, id\\) > ROW\\(")
                .doesNotContain("Seq Scan");
    }

    @Test
    void beginsBehindACursorInTheIndexOfCreationTimes() throws SQLException {
        String cursor = cursor("createdAt desc", "\"2026-01-01T00:00:00+00:00\"");

        assertThat(
                        plan(
                                "l: { of: Account, order: [ createdAt desc ], after: %s, page: { nodes: [ name ] } }"
                                        .formatted(cursor)))
                .contains("Index Scan Backward using record_by_created_at")
                .containsPattern("Index Cond: .*ROW\\(created_at, id\\) < ROW\\(");
    }

    @Test
    void filtersByIndexedSlots() throws SQLException {
        assertThat(
                        plan(
                                "l: { of: Account, filter: { revenue: { eq: 500 } }, page: { nodes: [ name ] } }"))
                .containsPattern("Index Cond: .*number_1 = ");
        assertThat(
                        plan(
                                "l: { of: Account, filter: { founded: { gte: \"2001-01-01\", lt: \"2001-01-09\" } }, page: { totalCount: true } }"))
                .containsPattern("Index Cond: .*date_1 >= .*date_1 < ");
        assertThat(
                        plan(
                                "l: { of: Account, filter: { owner: { eq: 3 } }, page: { totalCount: true } }"))
                .containsPattern("Index Cond: .*owner = ");
    }

    @Test
    void findsNamesByTheirBeginningInTheIndex() throws SQLException {
        assertThat(
                        plan(
                                "l: { of: Account, filter: { name: { startsWithCi: acc } }, order: [ name ], page: { nodes: [ name ] } }"))
                .containsPattern("Index Cond: .*name >= .*name <= ");
    }

    @Test
    void findsChildrenByTheirParent() throws SQLException {
        assertThat(
                        plan(
                                "l: { of: Account, first: 10, page: { nodes: [ name, { contacts: { order: [ name ], page: { nodes: [ name ], totalCount: true } } } ] } }"))
                .contains("using record_by_object on record r1")
                .containsPattern("Index Cond: .*ref_1 = ")
                .doesNotContain("Seq Scan");
    }

    @Test
    void checksTheTenantOfASettingOnlyOnce() throws SQLException {
        assertThat(plan("a: { of: Account, id: 11, select: [ name ] }"))
                .contains(
                        "One-Time Filter: ((NULLIF(current_setting('kith.tenant'::text, true), ''::text))::integer = $1)");
    }

    @Test
    void findsNamesByTheirExactBeginningInTheIndex() throws SQLException {
        assertThat(
                        plan(
                                "l: { of: Account, filter: { name: { startsWith: Acc } }, page: { nodes: [ name ] } }"))
                .containsPattern("Index Cond: .*name >= .*name <= ")
                .doesNotContain("Seq Scan");
    }

    @Test
    void findsTextsOfIndexedSlotsByTheirBeginning() throws SQLException {
        assertThat(
                        plan(
                                "l: { of: Contact, filter: { email: { startsWith: ab } }, page: { totalCount: true } }"))
                .containsPattern("Index Cond: .*text_1 >= .*text_1 <= ")
                .doesNotContain("Seq Scan");
    }

    @Test
    void filtersBySeveralValuesInTheIndex() throws SQLException {
        assertThat(
                        plan(
                                "l: { of: Contact, filter: { email: { in: [ a, b ] } }, page: { totalCount: true } }"))
                .containsPattern("Index Cond: .*text_1 = ANY");
    }

    @Test
    void filtersByChildrenInTheirIndexes() throws SQLException {
        assertThat(
                        plan(
                                "l: { of: Account, filter: { contacts: { some: { email: { eq: x } } } }, page: { nodes: [ name ] } }"))
                .containsPattern("Index Cond: .*text_1 = ")
                .containsPattern("Index Cond: .*(ref_1 = |id = )")
                .doesNotContain("Seq Scan");
    }

    @Test
    void filtersByLinkedRecordsInTheirIndexes() throws SQLException {
        assertThat(
                        plan(
                                "l: { of: Account, first: 5, filter: { tags: { some: { name: { eq: x } } } }, page: { nodes: [ name ] } }"))
                .containsPattern("using (link_pkey|link_by_target) on link")
                .doesNotContain("Seq Scan");
    }

    @Test
    void filtersThroughReferencesInIndexes() throws SQLException {
        assertThat(
                        plan(
                                "l: { of: Contact, first: 5, filter: { account: { name: { eq: x } } }, page: { nodes: [ name ] } }"))
                .containsPattern("Index Cond: .*(ref_1 = |name = |id = )")
                .doesNotContain("Seq Scan");
    }

    @Test
    void findsTheBinByItsDeletions() throws SQLException {
        ObjectType account = CATALOG.require("Account");
        ReadRequest request =
                new ReadRequest(
                        List.of(
                                new ReadRequest.Deleted(
                                        "bin",
                                        account,
                                        new ListArguments(
                                                Predicate.ALWAYS,
                                                List.of(
                                                        new OrderTerm(
                                                                List.of(),
                                                                account.field("deletedAt")
                                                                        .orElseThrow(),
                                                                true,
                                                                true)),
                                                new Page(
                                                        50,
                                                        Page.Direction.FORWARD,
                                                        Optional.empty())),
                                        new ConnectionSelection(
                                                List.of(
                                                        new ConnectionSelection.TotalCount(
                                                                "count"))))));

        assertThat(plan(request))
                .contains("record_by_deletion on record")
                .doesNotContain("Seq Scan");
    }

    @Test
    void groupsWhatAnIndexFinds() throws SQLException {
        ObjectType account = CATALOG.require("Account");
        Field founded = account.field("founded").orElseThrow();
        ReadRequest request =
                new ReadRequest(
                        List.of(
                                new ReadRequest.Aggregated(
                                        "g",
                                        account,
                                        new Predicate.Compare(
                                                founded,
                                                Predicate.Operator.GTE,
                                                LocalDate.of(2003, 1, 1)),
                                        byValue(account, "industry"),
                                        groups())));

        assertThat(plan(request))
                .containsPattern("Index Cond: .*date_1 >= ")
                .doesNotContain("Seq Scan");
    }

    @Test
    void groupsChildrenByTheirParentsIndex() throws SQLException {
        ObjectType account = CATALOG.require("Account");
        ObjectType contact = CATALOG.require("Contact");
        ReadRequest request =
                new ReadRequest(
                        List.of(
                                new ReadRequest.ById(
                                        "a",
                                        account,
                                        SampleRecords.id(11),
                                        new RecordSelection(
                                                List.of(
                                                        new RecordSelection.ToMany(
                                                                "contacts",
                                                                account.relation("contacts")
                                                                        .orElseThrow(),
                                                                new ListArguments(
                                                                        Predicate.ALWAYS,
                                                                        List.of(),
                                                                        new Page(
                                                                                1,
                                                                                Page.Direction
                                                                                        .FORWARD,
                                                                                Optional.empty())),
                                                                new ConnectionSelection(
                                                                        List.of(
                                                                                new ConnectionSelection
                                                                                        .Aggregate(
                                                                                        "groups",
                                                                                        byValue(
                                                                                                contact,
                                                                                                "email"),
                                                                                        groups())))))))));

        assertThat(plan(request))
                .containsPattern("Index Cond: .*ref_1 = ")
                .doesNotContain("Seq Scan");
    }

    @Test
    void readsHistoryBackwardsByItsKey() throws SQLException {
        ObjectType account = CATALOG.require("Account");
        ReadRequest request =
                new ReadRequest(
                        List.of(
                                new ReadRequest.ById(
                                        "a",
                                        account,
                                        SampleRecords.id(11),
                                        new RecordSelection(
                                                List.of(
                                                        new RecordSelection.History(
                                                                "history",
                                                                account,
                                                                20,
                                                                Optional.of("7"),
                                                                new HistorySelection(
                                                                        List.of(
                                                                                new HistorySelection
                                                                                        .Entries(
                                                                                        "nodes",
                                                                                        List
                                                                                                .of())))))))));

        assertThat(plan(request))
                .containsPattern("Index (Only )?Scan Backward using history_pkey on history")
                .containsPattern("Index Cond: .*version < ")
                .doesNotContain("Seq Scan");
    }

    private static AggregateArguments byValue(ObjectType object, String field) {
        return new AggregateArguments(
                List.of(
                        new GroupKey(
                                field,
                                List.of(),
                                object.field(field).orElseThrow(),
                                Grouping.BY_VALUE)),
                GroupCondition.ALWAYS,
                List.of(),
                100);
    }

    private static AggregateSelection groups() {
        return new AggregateSelection(
                List.of(
                        new AggregateSelection.Groups(
                                "groups",
                                List.of(
                                        new AggregateSelection.Keys("keys"),
                                        new AggregateSelection.Value(
                                                "count", new Measure.Count())))));
    }

    private static String cursor(String order, String value) {
        RequestYaml yaml = new RequestYaml(CATALOG);
        OrderTerm term = yaml.term(CATALOG.require("Account"), order);
        OrderPlan plan =
                new OrderPlan(
                        CATALOG.require("Account").id(),
                        List.of(
                                new OrderPlan.Key(
                                        List.of(),
                                        term.field(),
                                        term.isDescending(),
                                        term.nullsLast())),
                        term.isDescending());
        String json =
                "[\"o%s\", %s, \"00000000-0000-7000-8000-000000000011\"]"
                        .formatted(plan.mark(), value);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The generic plan, as the application's role gets it. */
    private static String plan(String request) throws SQLException {
        return plan(new RequestYaml(CATALOG).request(new YAMLMapper().readTree(request)));
    }

    private static String plan(ReadRequest request) throws SQLException {
        Caller caller = new Caller(tenant, Optional.empty(), false, Caller.Origin.API);
        String sql =
                new ReadStatements(new MemberAccess())
                        .answer(caller, CATALOG, request)
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
            return lines(explain.executeQuery());
        }
    }

    private static String lines(ResultSet plan) throws SQLException {
        StringBuilder lines = new StringBuilder();
        while (plan.next()) {
            lines.append(plan.getString(1)).append('\n');
        }
        return lines.toString();
    }
}
