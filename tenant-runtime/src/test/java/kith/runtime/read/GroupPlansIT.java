package kith.runtime.read;

import static kith.runtime.read.ExplainedReads.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.testing.SampleRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which indexes PostgreSQL takes for groups. */
class GroupPlansIT {

    private static ExplainedReads reads;

    @BeforeAll
    static void fill() {
        reads = ExplainedReads.on("group_plans");
    }

    @AfterAll
    static void close() {
        reads.close();
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

        assertThat(reads.plan(request))
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

        assertThat(reads.plan(request))
                .containsPattern("Index Cond: .*ref_1 = ")
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
}
