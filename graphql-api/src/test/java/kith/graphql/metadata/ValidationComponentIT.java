package kith.graphql.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ValidationComponentIT {

    private static final String SHOWN =
            "{ catalog { object(name: \"Thing\") { validations { name label active refuseWhen message field } } } }";

    private static RuntimeDatabase runtime;

    private MetadataTenant metadata;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("validation_api");
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @BeforeEach
    void makeValidation() {
        metadata = new MetadataTenant(runtime);
        metadata.make();
        metadata.data(
                """
                mutation {
                  createField(input: { object: "Thing", name: "state", type: "picklist", values: [{ value: "New" }, { value: "Old" }] }) { name }
                  hint: createField(input: { object: "Thing", name: "hint", type: "text" }) { name }
                  createValidation(input: { object: "Thing", name: "sized", refuseWhen: "isMissing(size) && state == 'Old'", message: "Old things have a size.", field: "hint" }) { name catalogVersion }
                }
                """);
    }

    @Test
    void showsWhatWasMade() {
        assertThat(metadata.data(SHOWN).at("/catalog/object/validations").toString())
                .isEqualTo(
                        "[{\"name\":\"sized\",\"label\":\"Sized\",\"active\":true,"
                                + "\"refuseWhen\":\"isMissing(size) && state == 'Old'\","
                                + "\"message\":\"Old things have a size.\",\"field\":\"hint\"}]");
    }

    @Test
    void changesWhatIsGivenAndKeepsTheRest() {
        metadata.data(
                "mutation { updateValidation(object: \"Thing\", name: \"sized\", input: { label: \"Has a size\", active: false, field: null }) { name } }");

        JsonNode validation = metadata.data(SHOWN).at("/catalog/object/validations/0");
        assertThat(validation.get("label").asString()).isEqualTo("Has a size");
        assertThat(validation.get("active").asBoolean()).isFalse();
        assertThat(validation.get("field").isNull()).isTrue();
        assertThat(validation.get("message").asString()).isEqualTo("Old things have a size.");
    }

    @Test
    void removesIt() {
        metadata.data(
                "mutation { deleteValidation(object: \"Thing\", name: \"sized\") { catalogVersion } }");

        assertThat(metadata.data(SHOWN).at("/catalog/object/validations").isEmpty()).isTrue();
    }

    @Test
    void refusesASecondOneOfTheSameName() {
        assertThat(
                        code(
                                "mutation { createValidation(input: { object: \"Thing\", name: \"sized\", refuseWhen: \"1 == 2\", message: \"M\" }) { name } }"))
                .isEqualTo("COMPONENT_EXISTS");
    }

    @Test
    void saysWhereAConditionIsWrong() {
        JsonNode error =
                metadata.answer(
                                "mutation { updateValidation(object: \"Thing\", name: \"sized\", input: { refuseWhen: \"isMissing(sice)\" }) { name } }")
                        .at("/errors/0");

        assertThat(error.at("/extensions/code").asString()).isEqualTo("CONDITION_REFUSED");
        assertThat(error.get("message").asString())
                .contains("line 1, column 11: Thing has no field `sice`");
        assertThat(error.get("path").toString())
                .isEqualTo("[\"updateValidation\",\"input\",\"refuseWhen\"]");
    }

    @Test
    void namesItWhereAFieldThatItNeedsIsToGo() {
        for (String field : new String[] {"size", "state", "hint"}) {
            assertThat(
                            metadata.data(
                                            "{ dependents(component: { kind: \"Field\", object: \"Thing\", name: \"%s\" }) { component kind } }"
                                                    .formatted(field))
                                    .toString())
                    .contains("{\"component\":\"Validation Thing.sized\",\"kind\":\"Validation\"}");
            assertThat(
                            code(
                                    "mutation { deleteField(object: \"Thing\", name: \"%s\") { catalogVersion } }"
                                            .formatted(field)))
                    .isEqualTo("STILL_NEEDED");
        }
    }

    @Test
    void refusesAChangeOfAFieldThatLeavesItWithoutSense() {
        assertThat(
                        metadata.answer(
                                        "mutation { updateField(object: \"Thing\", name: \"state\", input: { values: [{ value: \"New\" }] }) { name } }")
                                .at("/errors/0/message")
                                .asString())
                .contains("Old");
    }

    @Test
    void tellsWhatAnExpressionGives() {
        assertThat(expression("upper(size) + '!'", "TEXT"))
                .isEqualTo("{\"kind\":\"TEXT\",\"problems\":[]}");
        assertThat(expression("size", "BOOLEAN"))
                .contains("\"kind\":null")
                .contains("This gives a text, and a boolean is needed");
    }

    private String expression(String text, String gives) {
        return metadata.data(
                        "{ expression(object: \"Thing\", text: \"%s\", gives: %s) { kind problems { message } } }"
                                .formatted(text, gives))
                .get("expression")
                .toString();
    }

    private String code(String mutation) {
        return metadata.answer(mutation).at("/errors/0/extensions/code").asString();
    }
}
