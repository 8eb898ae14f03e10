package kith.graphql.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DefaultExpressionIT {

    private static RuntimeDatabase runtime;

    private MetadataTenant metadata;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("default_api");
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
                "mutation { createField(input: { object: \"Thing\", name: \"tag\", type: \"text\", defaultExpression: \"upper(size)\" }) { name } }");
    }

    @Test
    void showsTheExpressionAndItsParsedForm() {
        assertThat(tag().toString())
                .isEqualTo(
                        "{\"defaultValue\":null,\"defaultExpression\":\"upper(size)\",\"defaultTree\":"
                                + "{\"is\":\"call\",\"function\":\"upper(text)\",\"kind\":\"TEXT\",\"nulls\":\"PASS\","
                                + "\"arguments\":[{\"is\":\"field\",\"name\":\"size\",\"kind\":\"TEXT\",\"path\":[]}]}}");
    }

    @Test
    void takesAValueInItsPlaceAndTheOtherWayRound() {
        update("defaultValue: \"X\", defaultExpression: null");
        assertThat(tag().get("defaultValue").asString()).isEqualTo("X");
        assertThat(tag().get("defaultExpression").isNull()).isTrue();

        update("defaultValue: null, defaultExpression: \"lower(size)\"");
        assertThat(tag().get("defaultValue").isNull()).isTrue();
        assertThat(tag().get("defaultExpression").asString()).isEqualTo("lower(size)");

        update("defaultExpression: null");
        assertThat(tag().get("defaultExpression").isNull()).isTrue();
    }

    @Test
    void saysWhereAnExpressionIsWrong() {
        JsonNode error =
                metadata.answer(
                                "mutation { updateField(object: \"Thing\", name: \"tag\", input: { defaultExpression: \"upper(sice)\" }) { name } }")
                        .at("/errors/0");

        assertThat(error.at("/extensions/code").asString()).isEqualTo("INVALID_DEFAULT");
        assertThat(error.get("message").asString()).contains("Thing has no field `sice`");
        assertThat(error.get("path").toString())
                .isEqualTo("[\"updateField\",\"input\",\"defaultExpression\"]");
    }

    @Test
    void keepsFieldsThatDefaultsRead() {
        assertThat(
                        metadata.data(
                                        "{ dependents(component: { kind: \"Field\", object: \"Thing\", name: \"size\" }) { component reason } }")
                                .toString())
                .contains(
                        "{\"component\":\"Field Thing.tag\",\"reason\":\"its default uses Thing.size\"}");
        assertThat(
                        metadata.answer(
                                        "mutation { deleteField(object: \"Thing\", name: \"size\") { catalogVersion } }")
                                .at("/errors/0/extensions/code")
                                .asString())
                .isEqualTo("STILL_NEEDED");
    }

    @Test
    void tellsWhatBrowsersCannotCompute() {
        assertThat(
                        metadata.data(
                                        "{ expression(object: \"Thing\", text: \"owner.name\") { kind notInBrowser } }")
                                .toString())
                .contains("a form does not know what other records say");
    }

    @Test
    void keepsTheConditionUnderWhichAFieldIsShown() {
        update("visibleWhen: \"size == 'L'\"");

        assertThat(
                        metadata.data(
                                        "{ catalog { object(name: \"Thing\") { fields { name visibleWhen visibleTree } } } }")
                                .toString())
                .contains(
                        "\"name\":\"tag\",\"visibleWhen\":\"size == 'L'\",\"visibleTree\":{\"is\":\"equal\"");
        assertThat(
                        metadata.answer(
                                        "mutation { updateField(object: \"Thing\", name: \"tag\", input: { visibleWhen: \"owner.name == 'x'\" }) { name } }")
                                .at("/errors/0/path")
                                .toString())
                .isEqualTo("[\"updateField\",\"input\",\"visibleWhen\"]");
        assertThat(
                        metadata.data(
                                        "{ dependents(component: { kind: \"Field\", object: \"Thing\", name: \"size\" }) { component reason } }")
                                .toString())
                .contains("is shown by Thing.size");
    }

    private JsonNode tag() {
        for (JsonNode field :
                metadata.data(
                                "{ catalog { object(name: \"Thing\") { fields { name defaultValue defaultExpression defaultTree } } } }")
                        .at("/catalog/object/fields")) {
            if (field.get("name").asString().equals("tag")) {
                return ((ObjectNode) field).without("name");
            }
        }
        throw new AssertionError("There is no field tag");
    }

    private void update(String input) {
        metadata.data(
                "mutation { updateField(object: \"Thing\", name: \"tag\", input: { %s }) { name } }"
                        .formatted(input));
    }
}
