package kith.graphql.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import kith.metadata.catalog.Storage;
import kith.runtime.job.JobEngine;
import kith.runtime.job.JobInfo;
import kith.runtime.job.JobState;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * A change that more records follow than a write brings up to date: whoever reads is right at any
 * moment, and a job makes the column right again.
 */
@Timeout(120)
class StaleFormulaIT {

    private static RuntimeDatabase database;

    private FormulaNode node;
    private UUID region;
    private UUID account;

    @BeforeAll
    static void open() {
        database = RuntimeDatabase.fresh("stale_formulas");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void fill() {
        node = FormulaNode.fresh(database);
        region = node.create("Region", "name: \"R\", tax: 10");
        account = node.create("Account", "name: \"A\", region: {id: \"%s\"}".formatted(region));
    }

    @Test
    void bringsFewRecordsUpToDateWithTheWrite() {
        node.deals(account, FormulaNode.FEW);

        node.update("Region", region, "tax: 50");

        assertThat(node.stale()).isEqualTo("0");
        assertThat(node.differences()).isEqualTo("0");
        assertThat(node.jobs()).isEmpty();
    }

    @Test
    void isComputedFromTheWriteOnAndStoredWhenTheJobIsDone() {
        FormulaNode other = node.beside();
        node.deals(account, 65);
        BothWays.compare(other);

        JsonNode answer =
                node.found(
                        """
                        mutation { updateRegion(id: "%s", data: {tax: 50}) {
                            accounts(first: 1) { nodes { deals(first: 200) { nodes { net expected } } } } } }
                        """
                                .formatted(region));

        JsonNode deals = answer.at("/updateRegion/accounts/nodes/0/deals/nodes");
        deals.forEach(BothWays::compareValues);
        assertThat(deals.findValuesAsString("net")).hasSize(65).contains("0.75");
        assertThat(node.stale()).isEqualTo("1");
        assertThat(node.differences()).isEqualTo("65");
        BothWays.compare(other);
        BothWays.compare(node);
        try (JobEngine _ = other.engine(other.kind())) {
            other.untilStored();
        }
        assertThat(node.differences()).isEqualTo("0");
        BothWays.compare(node);
        BothWays.compare(other);
        assertThat(node.catalog().require("Deal").field("net").orElseThrow().storage())
                .isInstanceOf(Storage.Slot.class);
    }

    @Test
    void tellsOfItsProgressAndLeavesTheCatalogAsItWas() {
        node.deals(account, 65);
        String before = node.catalog().fingerprint();
        node.update("Region", region, "name: \"S\", tax: 50");

        assertThat(node.jobs())
                .hasSize(2)
                .allSatisfy(job -> assertThat(job.kind()).isEqualTo("formula.compute"));
        try (JobEngine _ = node.engine(node.kind())) {
            node.untilStored();
            FormulaNode.await(
                    () -> node.jobs().stream().map(JobInfo::state).allMatch(JobState.DONE::equals));
        }
        assertThat(node.jobs()).allSatisfy(job -> assertThat(job.progress()).isEqualTo(65));
        assertThat(node.found("{ deals { totalCount } }")).isNotNull();
        assertThat(node.catalog().fingerprint()).isEqualTo(before);
    }

    @Test
    void hasOneJobForAnyNumberOfWrites() {
        node.deals(account, 65);
        node.update("Region", region, "tax: 50");
        database.statements().forget();

        node.update("Region", region, "tax: 60");
        int again = database.statements().dataCount();
        node.deals(account, 65);
        database.statements().forget();
        node.update("Region", region, "tax: 70");

        assertThat(database.statements().dataCount()).isEqualTo(again);
        assertThat(node.jobs()).hasSize(1);
        database.statements().forget();
        BothWays.compare(node);
        assertThat(database.statements().dataCount()).isEqualTo(1);
        try (JobEngine _ = node.engine(node.kind())) {
            node.untilStored();
        }
        assertThat(node.differences()).isEqualTo("0");
    }

    @Test
    void isRepeatedWhereAWriteLeavesValuesBehindMeanwhile() {
        node.deals(account, 65);
        node.update("Region", region, "tax: 50");
        AtomicBoolean isFirst = new AtomicBoolean(true);
        SteppedCatchUp job =
                new SteppedCatchUp(
                        node.kind(),
                        checkpoint -> {
                            if (checkpoint.endsWith("through")
                                    && !checkpoint.startsWith("-")
                                    && isFirst.getAndSet(false)) {
                                node.update("Region", region, "tax: 20");
                            }
                        });
        try (JobEngine _ = node.engine(job)) {
            node.untilStored();
        }

        assertThat(isFirst).isFalse();
        assertThat(node.differences()).isEqualTo("0");
        BothWays.compare(node);
    }

    @Test
    void goesOnWhereANodeEnded() throws InterruptedException {
        FormulaNode other = node.beside();
        node.deals(account, 65);
        node.update("Region", region, "tax: 50");
        CountDownLatch isUnderWay = new CountDownLatch(3);
        SteppedCatchUp dying =
                new SteppedCatchUp(
                        node.kind(),
                        _ -> {
                            isUnderWay.countDown();
                            if (isUnderWay.getCount() == 0) {
                                throw new IllegalStateException("The node ends");
                            }
                        });
        try (JobEngine _ = node.engine(dying)) {
            isUnderWay.await();
        }
        BothWays.compare(node);
        assertThat(node.stale()).isEqualTo("1");

        try (JobEngine _ = other.engine(other.kind())) {
            other.untilStored();
        }

        assertThat(node.differences()).isEqualTo("0");
        BothWays.compare(node);
    }

    @Test
    void keepsThePlaceInAListThroughAllOfIt() {
        UUID elsewhere = node.create("Region", "name: \"E\", tax: 1");
        UUID other =
                node.create("Account", "name: \"B\", region: {id: \"%s\"}".formatted(elsewhere));
        node.deals(account, 65);
        node.deals(other, 1_001, 1_030);
        JsonNode first = page("");
        String cursor = first.at("/pageInfo/endCursor").asString();

        node.update("Region", elsewhere, "tax: 2");

        assertThat(node.stale()).isEqualTo("1");
        JsonNode second = page(", after: \"%s\"".formatted(cursor));
        assertThat(second.at("/nodes/0/name").asString()).isEqualTo("D11");
        try (JobEngine _ = node.engine(node.kind())) {
            node.untilStored();
        }
        JsonNode third =
                page(", after: \"%s\"".formatted(second.at("/pageInfo/endCursor").asString()));
        assertThat(third.at("/nodes/0/name").asString()).isEqualTo("D21");
    }

    private JsonNode page(String after) {
        return node.found(
                        "{ deals(orderBy: [{net: ASC}], first: 10%s) { pageInfo { endCursor } nodes { name } } }"
                                .formatted(after))
                .get("deals");
    }

    @Test
    void beginsAnotherJobWhereOneWasCancelled() {
        node.deals(account, 65);
        node.update("Region", region, "tax: 50");
        node.sql(
                "update work set state = 'CANCELLED', finished_at = now() where kind = 'formula.compute'");
        node.sql("update stale_formula set job = null");

        node.update("Region", region, "tax: 60");

        BothWays.compare(node);
        try (JobEngine _ = node.engine(node.kind())) {
            node.untilStored();
        }
        assertThat(node.differences()).isEqualTo("0");
    }
}
