package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.Problem;
import kith.runtime.access.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ValidationIT {

    private static Writing writing;
    private static Writing.As acme;

    @BeforeAll
    static void open() {
        writing = new Writing("validated");
        Catalog read = kith.runtime.testing.SampleCatalog.read("/expression/validated.yaml");
        acme =
                writing.as(
                        "acme",
                        new Catalog(0, read.fingerprint(), read.components(), read.objects()));
    }

    @AfterAll
    static void close() {
        writing.close();
    }

    @Test
    void refusesWhatAValidationRefusesAtItsField() {
        List<Problem> problems =
                acme.refused(acme.creation("Deal", Map.of("name", "A", "stage", "Won")));

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(WriteProblem.RECORD_INVALID);
                    assertThat(problem.message()).isEqualTo("A deal that is won has an amount.");
                    assertThat(problem.path()).containsExactly("created", "data", "amount");
                });
    }

    @Test
    void letsPassWhatNoneRefuses() {
        UUID id = acme.create("Deal", Map.of("name", "A", "stage", "Won", "amount", "10.00"));

        acme.write(acme.update("Deal", id, Map.of("amount", "11.00")));

        assertThat(acme.refused(acme.update("Deal", id, Map.of("amount", "10.50"))))
                .extracting(Problem::message)
                .containsExactly("The amount never goes down.");
    }

    @Test
    void knowsWhoeverWrites() {
        UUID id = acme.create("Deal", Map.of("name", "A"));
        Writing.As platform = acme.as(Caller.platform(acme.caller().tenant()));

        acme.write(acme.update("Deal", id, Map.of("name", "B")));

        assertThat(platform.refused(platform.update("Deal", id, Map.of("name", "C"))))
                .extracting(Problem::message)
                .containsExactly("Only its owner changes a deal.");
    }

    @Test
    void looksAtTheRecordsThatARecordPointsTo() {
        UUID blocked = acme.create("Account", Map.of("name", "B", "isBlocked", true));
        UUID part = acme.create("Account", Map.of("name", "P", "parent", Writing.byId(blocked)));
        UUID free = acme.create("Account", Map.of("name", "F"));

        assertThat(acme.refused(acme.creation("Deal", deal(part))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message())
                            .isEqualTo("Deals are made with accounts that are free.");
                    assertThat(problem.path()).containsExactly("created", "data");
                });
        acme.create("Deal", deal(free));
    }

    @Test
    void looksAtABatchWithTheSameNumberOfStatements() {
        UUID one = acme.create("Account", Map.of("name", "1"));
        UUID two = acme.create("Account", Map.of("name", "2"));
        writing.runtime().statements().forget();
        acme.write(acme.creations("Deal", List.of(deal(one))));
        int ofOne = writing.runtime().statements().dataCount();
        writing.runtime().statements().forget();

        acme.write(acme.creations("Deal", List.of(deal(one), deal(two), deal(one))));

        assertThat(writing.runtime().statements().dataCount()).isEqualTo(ofOne);
    }

    @Test
    void refusesAllRecordsOfABatchTogether() {
        Map<String, String> won = Map.of("name", "A", "stage", "Won");

        assertThat(acme.refused(acme.creations("Deal", List.of(won, won)))).hasSize(2);
    }

    private static Map<String, ?> deal(UUID account) {
        return Map.of("name", "D", "account", Writing.byId(account));
    }
}
