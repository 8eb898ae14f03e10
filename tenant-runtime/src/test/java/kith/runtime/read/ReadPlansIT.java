package kith.runtime.read;

import static kith.runtime.read.ExplainedReads.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.ObjectType;
import kith.runtime.testing.SampleRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which indexes PostgreSQL takes for records, lists and histories. */
class ReadPlansIT {

    private static ExplainedReads reads;

    @BeforeAll
    static void fill() {
        reads = ExplainedReads.on("read_plans");
    }

    @AfterAll
    static void close() {
        reads.close();
    }

    @Test
    void findsARecordByItsKey() throws SQLException {
        assertThat(reads.plan("a: { of: Account, id: 11, select: [ name, { owner: [ name ] } ] }"))
                .contains("Index Scan using record_pkey on record r1")
                .contains("Index Scan using record_pkey on record r2")
                .doesNotContain("Seq Scan");
    }

    @Test
    void readsASortedPageFromTheIndexOfItsSlot() throws SQLException {
        assertThat(
                        reads.plan(
                                "l: { of: Account, order: [ revenue desc nulls last ], page: { nodes: [ name ] } }"))
                .contains("Index Scan Backward using record_number_1")
                .doesNotContain("Sort Key: r1.number_1")
                .doesNotContain("Seq Scan");
    }

    @Test
    void beginsBehindACursorInTheIndexOfItsSlot() throws SQLException {
        String cursor = cursor("revenue", "5000");

        assertThat(
                        reads.plan(
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
                        reads.plan(
                                "l: { of: Account, order: [ name ], after: %s, page: { nodes: [ name ] } }"
                                        .formatted(cursor)))
                .containsPattern("Index Cond: .*ROW\\(name, id\\) > ROW\\(")
                .doesNotContain("Seq Scan");
    }

    @Test
    void beginsBehindACursorInTheIndexOfCreationTimes() throws SQLException {
        String cursor = cursor("createdAt desc", "\"2026-01-01T00:00:00+00:00\"");

        assertThat(
                        reads.plan(
                                "l: { of: Account, order: [ createdAt desc ], after: %s, page: { nodes: [ name ] } }"
                                        .formatted(cursor)))
                .contains("Index Scan Backward using record_by_created_at")
                .containsPattern("Index Cond: .*ROW\\(created_at, id\\) < ROW\\(");
    }

    @Test
    void filtersByIndexedSlots() throws SQLException {
        assertThat(
                        reads.plan(
                                "l: { of: Account, filter: { revenue: { eq: 500 } }, page: { nodes: [ name ] } }"))
                .containsPattern("Index Cond: .*number_1 = ");
        assertThat(
                        reads.plan(
                                "l: { of: Account, filter: { founded: { gte: \"2001-01-01\", lt: \"2001-01-09\" } }, page: { totalCount: true } }"))
                .containsPattern("Index Cond: .*date_1 >= .*date_1 < ");
        assertThat(
                        reads.plan(
                                "l: { of: Account, filter: { owner: { eq: 3 } }, page: { totalCount: true } }"))
                .containsPattern("Index Cond: .*owner = ");
    }

    @Test
    void findsNamesByTheirBeginningInTheIndex() throws SQLException {
        assertThat(
                        reads.plan(
                                "l: { of: Account, filter: { name: { startsWithCi: acc } }, order: [ name ], page: { nodes: [ name ] } }"))
                .containsPattern("Index Cond: .*name >= .*name <= ");
    }

    @Test
    void findsChildrenByTheirParent() throws SQLException {
        assertThat(
                        reads.plan(
                                "l: { of: Account, first: 10, page: { nodes: [ name, { contacts: { order: [ name ], page: { nodes: [ name ], totalCount: true } } } ] } }"))
                .contains("using record_by_object on record r1")
                .containsPattern("Index Cond: .*ref_1 = ")
                .doesNotContain("Seq Scan");
    }

    @Test
    void checksTheTenantOfASettingOnlyOnce() throws SQLException {
        assertThat(reads.plan("a: { of: Account, id: 11, select: [ name ] }"))
                .contains(
                        "One-Time Filter: ((NULLIF(current_setting('kith.tenant'::text, true), ''::text))::integer = $1)");
    }

    @Test
    void findsNamesByTheirExactBeginningInTheIndex() throws SQLException {
        assertThat(
                        reads.plan(
                                "l: { of: Account, filter: { name: { startsWith: Acc } }, page: { nodes: [ name ] } }"))
                .containsPattern("Index Cond: .*name >= .*name <= ")
                .doesNotContain("Seq Scan");
    }

    @Test
    void findsTextsOfIndexedSlotsByTheirBeginning() throws SQLException {
        assertThat(
                        reads.plan(
                                "l: { of: Contact, filter: { email: { startsWith: ab } }, page: { totalCount: true } }"))
                .containsPattern("Index Cond: .*text_1 >= .*text_1 <= ")
                .doesNotContain("Seq Scan");
    }

    @Test
    void filtersBySeveralValuesInTheIndex() throws SQLException {
        assertThat(
                        reads.plan(
                                "l: { of: Contact, filter: { email: { in: [ a, b ] } }, page: { totalCount: true } }"))
                .containsPattern("Index Cond: .*text_1 = ANY");
    }

    @Test
    void filtersByChildrenInTheirIndexes() throws SQLException {
        assertThat(
                        reads.plan(
                                "l: { of: Account, filter: { contacts: { some: { email: { eq: x } } } }, page: { nodes: [ name ] } }"))
                .containsPattern("Index Cond: .*text_1 = ")
                .containsPattern("Index Cond: .*(ref_1 = |id = )")
                .doesNotContain("Seq Scan");
    }

    @Test
    void filtersByLinkedRecordsInTheirIndexes() throws SQLException {
        assertThat(
                        reads.plan(
                                "l: { of: Account, first: 5, filter: { tags: { some: { name: { eq: x } } } }, page: { nodes: [ name ] } }"))
                .containsPattern("using (link_pkey|link_by_target) on link")
                .doesNotContain("Seq Scan");
    }

    @Test
    void filtersThroughReferencesInIndexes() throws SQLException {
        assertThat(
                        reads.plan(
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

        assertThat(reads.plan(request))
                .contains("record_by_deletion on record")
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

        assertThat(reads.plan(request))
                .containsPattern("Index (Only )?Scan Backward using history_pkey on history")
                .containsPattern("Index Cond: .*version < ")
                .doesNotContain("Seq Scan");
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
}
