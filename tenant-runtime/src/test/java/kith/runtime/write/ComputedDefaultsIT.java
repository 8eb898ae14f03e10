package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.runtime.read.RecordSelection;
import kith.runtime.value.ValueProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ComputedDefaultsIT {

    private static Writing writing;
    private static Writing.As acme;

    @BeforeAll
    static void open() {
        writing = new Writing("computed_defaults");
        Catalog read = kith.runtime.testing.SampleCatalog.read("/expression/defaulted.yaml");
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
    void computesWhatIsNotGivenOneBehindTheOther() {
        UUID account = acme.create("Account", Map.of("name", "A", "city", "Bonn"));

        JsonNode visit = created("Visit", Map.of("name", "V", "account", Writing.byId(account)));

        assertThat(visit.get("town").asString()).isEqualTo("Bonn");
        assertThat(visit.get("days").asString()).isEqualTo("3");
        assertThat(visit.get("code").asString()).isEqualTo("BONN-3");
        assertThat(visit.get("guide").asString())
                .isEqualTo(acme.caller().user().orElseThrow().toString());
        assertThat(visit.get("byMail").asBoolean()).isFalse();
    }

    @Test
    void keepsWhatIsGivenAndComputesFromIt() {
        Map<String, @Nullable Object> data =
                new HashMap<>(Map.of("name", "V", "town", "Ulm", "days", "7"));
        data.put("guide", null);

        JsonNode visit = created("Visit", data);

        assertThat(visit.get("code").asString()).isEqualTo("ULM-7");
        assertThat(visit.get("guide").isNull()).isTrue();
    }

    @Test
    void refusesAValueThatItsFieldCannotHold() {
        UUID account = acme.create("Account", Map.of("name", "A", "city", "Wuppertal"));

        assertThat(
                        acme.refused(
                                acme.creation(
                                        "Visit",
                                        Map.of("name", "V", "account", Writing.byId(account)))))
                .anySatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo(ValueProblem.TEXT_TOO_LONG);
                    assertThat(problem.path()).endsWith("town");
                });
    }

    @Test
    void computesABatchWithTheSameNumberOfStatements() {
        UUID one = acme.create("Account", Map.of("name", "1", "city", "Bonn"));
        UUID two = acme.create("Account", Map.of("name", "2", "city", "Ulm"));
        Map<String, ?> first = Map.of("name", "V", "account", Writing.byId(one));
        Map<String, ?> second = Map.of("name", "W", "account", Writing.byId(two));
        writing.runtime().statements().forget();
        acme.write(acme.creations("Visit", List.of(first)));
        int ofOne = writing.runtime().statements().dataCount();
        writing.runtime().statements().forget();

        acme.write(acme.creations("Visit", List.of(first, second, first)));

        assertThat(writing.runtime().statements().dataCount()).isEqualTo(ofOne);
    }

    @Test
    void needsOneStatementWhereNoOtherRecordIsLookedAt() {
        writing.runtime().statements().forget();

        JsonNode note = created("Note", Map.of("name", "Hey"));

        assertThat(writing.runtime().statements().dataCount()).isEqualTo(1);
        assertThat(note.get("text").asString()).isEqualTo("Hey!");
        assertThat(note.get("on").isNull()).isFalse();
    }

    private static JsonNode created(String object, Map<String, ?> data) {
        WriteRequest.Create creation = acme.creation(object, data);
        RecordSelection all =
                new RecordSelection(
                        acme.object(object).fields().stream()
                                .filter(field -> !field.isSystem())
                                .<RecordSelection.Selected>map(
                                        field -> new RecordSelection.Value(field.name(), field))
                                .toList());
        return acme.write(
                        new WriteRequest.Create(
                                "created", acme.object(object), creation.records(), false, all))
                .get("created");
    }
}
