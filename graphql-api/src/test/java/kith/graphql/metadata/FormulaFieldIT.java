package kith.graphql.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FormulaFieldIT {

    private static RuntimeDatabase runtime;

    private MetadataTenant metadata;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("formula_api");
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
                "mutation { createField(input: { object: \"Thing\", name: \"shout\", type: \"text\", formula: \"upper(size)\" }) { name } }");
    }

    @Test
    void showsAndChangesFormulas() {
        metadata.data(
                "mutation { updateField(object: \"Thing\", name: \"shout\", input: { formula: \"lower(size)\" }) { name } }");

        assertThat(
                        metadata.data(
                                        "{ catalog { object(name: \"Thing\") { fields { name formula readOnly } } } }")
                                .toString())
                .contains("{\"name\":\"shout\",\"formula\":\"lower(size)\",\"readOnly\":true}")
                .contains("{\"name\":\"size\",\"formula\":null,\"readOnly\":false}");
    }

    @Test
    void saysWhereAFormulaIsWrong() {
        JsonNode error =
                metadata.answer(
                                "mutation { updateField(object: \"Thing\", name: \"shout\", input: { formula: \"upper(sice)\" }) { name } }")
                        .at("/errors/0");

        assertThat(error.at("/extensions/code").asString()).isEqualTo("FORMULA_REFUSED");
        assertThat(error.at("/extensions/hint").asString()).isEqualTo("Did you mean `size`?");
        assertThat(error.get("message").asString())
                .contains("line 1, column 7: Thing has no field `sice`");
        assertThat(error.get("path").toString())
                .isEqualTo("[\"updateField\",\"input\",\"formula\"]");
    }

    @Test
    void keepsFieldsThatFormulasRead() {
        assertThat(
                        metadata.data(
                                        "{ dependents(component: { kind: \"Field\", object: \"Thing\", name: \"size\" }) { component reason } }")
                                .toString())
                .contains("{\"component\":\"Field Thing.shout\",\"reason\":\"uses Thing.size\"}");
        assertThat(
                        code(
                                "mutation { deleteField(object: \"Thing\", name: \"size\") { catalogVersion } }"))
                .isEqualTo("STILL_NEEDED");
        assertThat(
                        code(
                                "mutation { renameField(object: \"Thing\", name: \"size\", to: \"length\") { name } }"))
                .isEqualTo("FORMULA_REFUSED");
    }

    @Test
    void removesFormulasAndBringsThemBack() {
        metadata.data(
                "mutation { deleteField(object: \"Thing\", name: \"shout\") { catalogVersion } }");
        metadata.data("mutation { rollback(toVersion: 3) { catalogVersion } }");

        assertThat(
                        metadata.data(
                                        "{ catalog { object(name: \"Thing\") { fields { name formula } } } }")
                                .toString())
                .contains("{\"name\":\"shout\",\"formula\":\"upper(size)\"}");
    }

    @Test
    void neverTurnsStoredValuesIntoComputedOnes() {
        assertThat(
                        code(
                                "mutation { updateField(object: \"Thing\", name: \"size\", input: { formula: \"name\" }) { name } }"))
                .isEqualTo("IMMUTABLE");
        assertThat(
                        code(
                                "mutation { updateField(object: \"Thing\", name: \"shout\", input: { formula: null }) { name } }"))
                .isEqualTo("IMMUTABLE");
    }

    private String code(String mutation) {
        return metadata.answer(mutation).at("/errors/0/extensions/code").asString();
    }
}
