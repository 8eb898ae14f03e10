package kith.graphql.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RollUpFieldIT {

    private static RuntimeDatabase runtime;

    private MetadataTenant metadata;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("roll_up_api");
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @BeforeEach
    void makeField() {
        metadata = new MetadataTenant(runtime);
        metadata.make();
        metadata.data(
                "mutation { createField(input: { object: \"Thing\", name: \"whole\", type: \"lookup\", target: \"Thing\", inverseName: \"parts\" }) { name } }");
        metadata.data(
                "mutation { createField(input: { object: \"Thing\", name: \"partCount\", type: \"number\", rollUp: { object: \"Thing\", through: \"whole\", function: count, where: \"size != 'x'\" } }) { name } }");
    }

    @Test
    void showsAndChangesRollUps() {
        String shown =
                "{ catalog { object(name: \"Thing\") { fields { name readOnly rollUp { object through function of where } } } } }";
        assertThat(metadata.data(shown).toString())
                .contains(
                        "{\"name\":\"partCount\",\"readOnly\":true,\"rollUp\":{\"object\":\"Thing\",\"through\":\"whole\",\"function\":\"count\",\"of\":null,\"where\":\"size != 'x'\"}}");

        metadata.data(
                "mutation { updateField(object: \"Thing\", name: \"partCount\", input: { rollUp: { object: \"Thing\", through: \"whole\", function: count } }) { name } }");

        assertThat(metadata.data(shown).toString()).contains("\"of\":null,\"where\":null}");
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        JsonNode error =
                metadata.answer(
                                "mutation { updateField(object: \"Thing\", name: \"partCount\", input: { rollUp: { object: \"Thing\", through: \"hole\", function: count } }) { name } }")
                        .at("/errors/0");

        assertThat(error.at("/extensions/code").asString()).isEqualTo("ROLL_UP_REFUSED");
        assertThat(error.at("/extensions/hint").asString()).isEqualTo("Did you mean `whole`?");
        assertThat(error.get("path").toString())
                .isEqualTo("[\"updateField\",\"input\",\"rollUp\",\"through\"]");
    }

    @Test
    void neverTurnsResultsIntoGivenValues() {
        assertThat(
                        metadata.answer(
                                        "mutation { updateField(object: \"Thing\", name: \"partCount\", input: { rollUp: null }) { name } }")
                                .at("/errors/0/extensions/code")
                                .asString())
                .isEqualTo("IMMUTABLE");
    }
}
