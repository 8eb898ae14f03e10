package kith.graphql.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kith.metadata.catalog.Storage;
import kith.runtime.job.JobEngine;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The catalog changes while formulas are stale, or makes them so. */
@Timeout(120)
class StaleCatalogIT {

    private static RuntimeDatabase database;

    private FormulaNode node;
    private UUID region;
    private UUID account;

    @BeforeAll
    static void open() {
        database = RuntimeDatabase.fresh("stale_catalogs");
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
    void takesAnotherFormulaMeanwhile() {
        node.deals(account, 65);
        node.update("Region", region, "tax: 50");

        node.put(
                """
                {kind: Field, object: Deal, name: net, type: currency, indexed: true, formula: "amount * 2"}
                """);

        assertThat(node.stale()).isEqualTo("2");
        assertThat(isDoubled("net")).isTrue();
        try (JobEngine _ = node.engine(node.kind())) {
            node.untilStored();
        }
        assertThat(isDoubled("net")).isTrue();
    }

    @Test
    void staysStaleThroughOtherChangesOfTheCatalog() {
        FormulaNode other = node.beside();
        node.deals(account, 65);
        node.update("Region", region, "tax: 50");

        node.put("{kind: Field, object: Deal, name: notes, type: text}\n");

        BothWays.compare(node);
        BothWays.compare(other);
        assertThat(other.catalog().staleFormulas()).hasSize(1);
        assertThat(other.catalog().fingerprint()).isEqualTo(node.catalog().fingerprint());
        try (JobEngine _ = other.engine(other.kind())) {
            other.untilStored();
        }
        assertThat(node.differences()).isEqualTo("0");
        BothWays.compare(node);
    }

    @Test
    void fillsAFormulaThatBecomesIndexedOfManyRecords() {
        node.deals(account, 65);
        node.put(
                """
                {kind: Field, object: Deal, name: doubled, type: currency, indexed: true, formula: "amount * 2"}
                """);
        assertThat(node.stale()).isEqualTo("1");
        assertThat(isDoubled("doubled")).isTrue();

        try (JobEngine _ = node.engine(node.kind())) {
            node.untilStored();
        }

        assertThat(isDoubled("doubled")).isTrue();
        assertThat(node.catalog().require("Deal").field("doubled").orElseThrow().storage())
                .isInstanceOf(Storage.Slot.class);
    }

    private boolean isDoubled(String field) {
        List<JsonNode> deals = new ArrayList<>();
        node.found("{ deals(first: 200) { nodes { amount %s } } }".formatted(field))
                .at("/deals/nodes")
                .forEach(deals::add);
        return deals.size() == 65
                && deals.stream()
                        .allMatch(deal ->
                                new BigDecimal(deal.get("amount").asString())
                                                .multiply(BigDecimal.TWO)
                                                .compareTo(
                                                        new BigDecimal(deal.get(field).asString()))
                                        == 0);
    }
}
