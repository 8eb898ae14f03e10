package kith.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import kith.metadata.ComponentRef;
import kith.metadata.catalog.Storage;
import kith.metadata.change.AffectedRecords;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.resolve.CatalogProblem;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A formula that becomes indexed, or changes, is computed for the records that are there. */
class IndexedFormulaIT {

    private static RuntimeDatabase database;

    private Guests guests;

    @BeforeAll
    static void start() {
        database = RuntimeDatabase.fresh("indexed_formulas");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void newTenant() {
        guests = new Guests(database);
        guests.add(3, "number", "n * 100");
    }

    @Test
    void computesTheRecordsThatAreThere() {
        guests.put("double", "number", "formula: number * 2");
        assertThat(guests.field("double").storage()).isInstanceOf(Storage.Computed.class);

        ChangeOutcome outcome =
                guests.put("double", "number", "formula: number * 2\nindexed: true");

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.affected())
                .containsExactly(
                        new AffectedRecords(
                                ComponentRef.field("Guest", "double"),
                                AffectedRecords.Kind.COMPUTED,
                                3));
        assertThat(values()).isEqualTo("2 4 6");
        assertThat(guests.count("record where version = 1")).as("nobody wrote them").isEqualTo(3);

        guests.put("double", "number", "formula: number * 20\nindexed: true");
        assertThat(values()).isEqualTo("20 40 60");
        guests.put("double", "number", "formula: number * 20");
        assertThat(values()).as("stays stored").isEqualTo("20 40 60");
    }

    @Test
    void readsTheDefaultsThatTheSameChangeFillsIn() {
        guests.put("mark", "text", "maxLength: 50\nformula: status\nindexed: true");

        guests.put("status", "picklist", "values: [new, regular]\nrequired: true\ndefault: new");

        assertThat(guests.count("record where %s = 'new'".formatted(guests.home("mark"))))
                .isEqualTo(3);
    }

    @Test
    void refusesWhatTimeAloneChanges() {
        ChangeOutcome outcome = guests.put("age", "date", "formula: today() + 1\nindexed: true");

        assertThat(outcome.problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.problem().code()).isEqualTo(CatalogProblem.FORMULA_REFUSED);
                    assertThat(problem.problem().path()).endsWith("indexed");
                });
    }

    private String values() {
        return guests.sql(
                "select string_agg(%1$s::text, ' ' order by %1$s) from record"
                        .formatted(guests.home("double")));
    }
}
