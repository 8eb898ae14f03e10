package kith.graphql.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Why a field of a record has its value, down to the line of a rule. */
class WhyIT {

    private static final String WHY =
            """
            query Why($id: ID!, $field: String!) { why(object: "Deal", id: $id, field: $field) { value keepsHistory defaultValue defaultExpression
                changes { version kind before after isDefault rule { name line text } user { id } }
                formula { expression inputs { path value record } } } }
            """;

    private static InsightTenant tenant;

    @BeforeAll
    static void make() {
        tenant = new InsightTenant("why");
        tenant.setup(
                """
                mutation {
                  createObject(input: { name: "Deal", label: "Deal", pluralLabel: "Deals", keepsHistory: true }) { name }
                  a: createField(input: { object: "Deal", name: "amount", type: "number", digits: 9, decimals: 0 }) { name }
                  b: createField(input: { object: "Deal", name: "size", type: "text" }) { name }
                  c: createField(input: { object: "Deal", name: "stage", type: "text", defaultValue: "new" }) { name }
                  f: createField(input: { object: "Deal", name: "doubled", type: "number", digits: 9, decimals: 0, defaultExpression: "amount * 2" }) { name }
                  d: createField(input: { object: "Deal", name: "parent", type: "lookup", target: "Deal" }) { name }
                  e: createField(input: { object: "Deal", name: "total", type: "number", digits: 9, decimals: 0, formula: "amount + coalesce(parent.amount, 0)" }) { name }
                  createRule(input: { object: "Deal", name: "sizing", on: [BEFORE_CREATE, BEFORE_UPDATE],
                    script: "// big or small\\nif (record.amount > 100) {\\n  record.size = 'big'\\n} else {\\n  record.size = 'small'\\n}" }) { name problems { message } }
                }
                """);
    }

    @AfterAll
    static void close() {
        tenant.close();
    }

    @Test
    void namesTheRuleAndTheLineThatSetAValue() {
        String id = created("{ name: \"A\", amount: 5 }");
        tenant.records(
                "mutation { updateDeal(id: \"%s\", data: { amount: 500 }) { id } }".formatted(id));

        JsonNode why = why(id, "size");

        assertThat(why.get("value").asString()).isEqualTo("big");
        assertThat(why.get("changes"))
                .isEqualTo(
                        InsightTenant.json(
                                """
                                [{"version":2,"kind":"UPDATE","before":"small","after":"big","isDefault":false,
                                  "rule":{"name":"sizing","line":3,"text":"  record.size = 'big'"},"user":null},
                                 {"version":1,"kind":"CREATE","before":null,"after":"small","isDefault":false,
                                  "rule":{"name":"sizing","line":5,"text":"  record.size = 'small'"},"user":null}]
                                """));
    }

    @Test
    void showsTheLineAsItWasThenHoweverTheRuleWasChangedSince() {
        tenant.setup(
                """
                mutation {
                  createObject(input: { name: "Lead", label: "Lead", pluralLabel: "Leads", keepsHistory: true }) { name }
                  createField(input: { object: "Lead", name: "size", type: "text" }) { name }
                  createRule(input: { object: "Lead", name: "sizing", on: [BEFORE_CREATE], script: "record.size = 'one'" }) { name }
                }
                """);
        String id =
                tenant.records("mutation { createLead(data: { name: \"L\" }) { id } }")
                        .at("/createLead/id")
                        .asString();
        String line =
                "{ why(object: \"Lead\", id: \"%s\", field: \"size\") { changes { rule { name text } } } }"
                        .formatted(id);

        for (String change :
                List.of(
                        "updateRule(object: \"Lead\", name: \"sizing\", input: { script: \"record.size = 'two'\" }) { name }",
                        "updateRule(object: \"Lead\", name: \"sizing\", input: { script: \"record.size = 'three'\" }) { name }",
                        "deleteRule(object: \"Lead\", name: \"sizing\") { catalogVersion }")) {
            tenant.setup("mutation { " + change + " }");
            assertThat(tenant.setup(line).at("/why/changes/0/rule").toString())
                    .isEqualTo("{\"name\":\"sizing\",\"text\":\"record.size = 'one'\"}");
        }
    }

    @Test
    void namesNoRuleWhereWhoeverWroteGaveTheValue() {
        String id = created("{ name: \"A\", amount: 5 }");

        assertThat(why(id, "amount").at("/changes/0/rule").isNull()).isTrue();
        assertThat(why(id, "amount").at("/changes/0/after").asString()).isEqualTo("5");
    }

    @Test
    void tellsDefaults() {
        String id = created("{ name: \"A\", amount: 1 }");

        assertThat(why(id, "stage").at("/changes/0/isDefault").asBoolean()).isTrue();
        assertThat(why(id, "stage").get("defaultValue").asString()).isEqualTo("new");
        assertThat(why(id, "doubled").at("/changes/0/isDefault").asBoolean()).isTrue();
        assertThat(why(id, "doubled").get("defaultExpression").asString()).isEqualTo("amount * 2");
        assertThat(why(id, "amount").at("/changes/0/isDefault").asBoolean()).isFalse();
    }

    @Test
    void showsWhatAFormulaIsComputedFrom() {
        String parent = created("{ name: \"P\", amount: 7 }");
        String id = created("{ name: \"A\", amount: 5, parent: { id: \"%s\" } }".formatted(parent));

        JsonNode why = why(id, "total");

        assertThat(why.get("value").asString()).isEqualTo("12");
        assertThat(why.get("formula"))
                .isEqualTo(
                        InsightTenant.json(
                                """
                                {"expression":"amount + coalesce(parent.amount, 0)","inputs":[
                                 {"path":"amount","value":"5","record":"%s"},{"path":"parent.amount","value":"7","record":"%s"}]}
                                """
                                        .formatted(id, parent)));
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        String id = created("{ name: \"A\", amount: 1 }");

        assertThat(code(id, "sise")).isEqualTo("VALUE_UNKNOWN Did you mean `size`?");
        assertThat(code("01900000-0000-7000-8000-0000000000ff", "size"))
                .startsWith("VALUE_UNKNOWN");
    }

    private static String created(String values) {
        return tenant.records("mutation { createDeal(data: %s) { id } }".formatted(values))
                .at("/createDeal/id")
                .asString();
    }

    private static JsonNode why(String id, String field) {
        return tenant.setup(WHY, variables(id, field)).get("why");
    }

    private static String code(String id, String field) {
        JsonNode error =
                tenant.setupAs(tenant.member(), WHY, variables(id, field))
                        .at("/errors/0/extensions");
        return (error.path("code").asString() + " " + error.path("hint").asString("")).strip();
    }

    private static String variables(String id, String field) {
        return "{\"id\":\"%s\",\"field\":\"%s\"}".formatted(id, field);
    }
}
