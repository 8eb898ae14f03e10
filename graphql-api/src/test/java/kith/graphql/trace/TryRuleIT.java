package kith.graphql.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A rule is tried on what was and what is, and writes nothing. */
class TryRuleIT {

    private static final String TRY =
            """
            query Try($script: String!, $on: [RuleMoment!]!, $changes: Int, $filter: JSON, $records: [ID!]) {
              tryRule(input: { object: "Deal", name: "draft", on: $on, script: $script }, changes: $changes, filter: $filter, records: $records) {
                problems { line message hint } tried changed refused failed isCut limits { limit spent }
                cases { name moment set { field before after line } writes refusals failure line log { text } queries { rows } } } }
            """;

    private static InsightTenant tenant;
    private static String first;

    @BeforeAll
    static void make() {
        tenant = new InsightTenant("try_rule");
        tenant.setup(
                """
                mutation {
                  createObject(input: { name: "Deal", label: "Deal", pluralLabel: "Deals" }) { name }
                  a: createField(input: { object: "Deal", name: "amount", type: "number", digits: 9, decimals: 0 }) { name }
                  b: createField(input: { object: "Deal", name: "size", type: "text" }) { name }
                }
                """);
        first =
                tenant.records("mutation { createDeal(data: { name: \"One\", amount: 1 }) { id } }")
                        .at("/createDeal/id")
                        .asString();
        tenant.records(
                "mutation { updateDeal(id: \"%s\", data: { amount: 10, size: \"xs\" }) { id } }"
                        .formatted(first));
        tenant.records("mutation { createDeal(data: { name: \"Two\", amount: 200 }) { id } }");
    }

    @AfterAll
    static void close() {
        tenant.close();
    }

    @Test
    void showsWhatARuleWouldHaveMadeOfPastChanges() {
        JsonNode trial =
                tried(
                        "record.size = record.amount >= 10 && (old == null || old.amount < 10) ? 'grew' : record.size",
                        "\"on\":[\"BEFORE_CREATE\",\"BEFORE_UPDATE\"],\"changes\":100");

        assertThat(trial.get("tried").asInt()).isEqualTo(3);
        assertThat(trial.get("changed").asInt()).isEqualTo(2);
        assertThat(trial.get("cases").findValues("name").stream().map(JsonNode::asString))
                .containsExactly("Two", "One");
        assertThat(trial.at("/cases/1"))
                .isEqualTo(
                        InsightTenant.json(
                                """
                                {"name":"One","moment":"BEFORE_UPDATE","set":[{"field":"size","before":"xs","after":"grew","line":1}],"writes":[],
                                 "refusals":[],"failure":null,"line":null,"log":[],"queries":[]}
                                """));
    }

    @Test
    void triesTheRecordsOfAFilterAndTellsRefusalsFailuresAndWhatWasSpent() {
        JsonNode trial =
                tried(
                        """
                        log.info('at ' + record.name)
                        def others = crm.query('Deal', [size: 'xs'])
                        if (record.name == 'One') throw new RuleError('amount', 'Too small')
                        record.size = old.size.toUpperCase()
                        """,
                        "\"on\":[\"BEFORE_UPDATE\"],\"filter\":{\"amount\":{\"gte\":10}}");

        assertThat(trial.get("tried").asInt()).isEqualTo(2);
        assertThat(trial.get("refused").asInt()).isEqualTo(1);
        assertThat(trial.get("failed").asInt()).isEqualTo(1);
        assertThat(trial.at("/cases/0/refusals/0").asString()).isEqualTo("amount: Too small");
        assertThat(trial.at("/cases/0/log/0/text").asString()).isEqualTo("at One");
        assertThat(trial.at("/cases/1/failure").asString()).contains("line 4");
        assertThat(trial.at("/cases/1/line").asInt()).isEqualTo(4);
        assertThat(trial.get("limits").toString())
                .contains("{\"limit\":\"queries\",\"spent\":1.0}");
    }

    @Test
    void writesNothing() {
        String before = everything();
        tried(
                "record.size = 'x'",
                "\"on\":[\"BEFORE_UPDATE\"],\"records\":[\"%s\"]".formatted(first));
        tried("record.size = 'x'", "\"on\":[\"BEFORE_CREATE\",\"BEFORE_UPDATE\"],\"changes\":1000");

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void showsWhatWouldBeDoneToOtherRecordsAndDoesNotDoIt() {
        String before = everything();
        JsonNode trial =
                tried(
                        "crm.create('Deal', [name: 'other', amount: 3])",
                        "\"on\":[\"AFTER_UPDATE\"],\"records\":[\"%s\"]".formatted(first));
        assertThat(trial.at("/cases/0/writes/0").asString())
                .startsWith("create Deal (")
                .contains("name: \"other\"");
        trial =
                tried(
                        "crm.create('Deal', [name: 'other', amount: 3])",
                        "\"on\":[\"BEFORE_UPDATE\"],\"records\":[\"%s\"]".formatted(first));
        assertThat(trial.at("/cases/0/writes/0").asString()).startsWith("create Deal (");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void saysWhatIsWrongWithAScript() {
        JsonNode trial = tried("record.sise = 'x'", "\"on\":[\"BEFORE_UPDATE\"],\"changes\":1");

        assertThat(trial.get("tried").asInt()).isZero();
        assertThat(trial.at("/problems/0/line").asInt()).isEqualTo(1);
        assertThat(trial.at("/problems/0/hint").asString()).contains("size");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(code("\"changes\":1001")).isEqualTo("TRIAL_INVALID");
        assertThat(code("\"changes\":1,\"records\":[]")).isEqualTo("TRIAL_INVALID");
        assertThat(code("\"records\":[\"x\"]")).isEqualTo("TRIAL_INVALID");
        assertThat(code("\"filter\":{\"nothing\":{\"eq\":1}}")).isEqualTo("TRIAL_INVALID");
    }

    @Test
    void tellsEditorsWhatMayStandAtAPlace() {
        assertThat(
                        tenant.setup(
                                """
                                { completeRule(object: "Deal", script: "if (isNew) record.amo", line: 1, column: 22) { from options { label kind type detail } } }
                                """))
                .isEqualTo(
                        InsightTenant.json(
                                """
                                {"completeRule":{"from":19,"options":[{"label":"amount","kind":"FIELD","type":"number","detail":"Amount"}]}}
                                """));
        assertThat(
                        tenant.setupAs(
                                        tenant.administrator(),
                                        "{ completeRule(object: \"Dial\", script: \"\", line: 1, column: 1) { from } }",
                                        "{}")
                                .at("/errors/0/extensions/code")
                                .asString())
                .isEqualTo("TRIAL_INVALID");
    }

    @Test
    void isForAdministrators() {
        assertThat(
                        tenant.setupAs(
                                        tenant.member(),
                                        TRY,
                                        "{\"script\":\"return 1\",\"on\":[\"BEFORE_UPDATE\"],\"changes\":1}")
                                .at("/errors/0/extensions/code")
                                .asString())
                .isEqualTo("WRITE_FORBIDDEN");
    }

    /** Every row of every table that a rule could write to. */
    private static String everything() {
        return tenant.stored(
                """
                select (select count(*) from record) || ' ' || (select count(*) from outbox) || ' ' || (select count(*) from history)
                    || ' ' || (select count(*) from unique_value) || ' ' || (select string_agg(r::text, '|' order by r.id) from record r)
                """);
    }

    private static JsonNode tried(String script, String rest) {
        return tenant.setup(TRY, variables(script, rest)).get("tryRule");
    }

    private static String code(String rest) {
        return tenant.setupAs(
                        tenant.administrator(),
                        TRY,
                        variables("return 1", "\"on\":[\"BEFORE_UPDATE\"]," + rest))
                .at("/errors/0/extensions/code")
                .asString("");
    }

    private static String variables(String script, String rest) {
        return "{\"script\":%s,%s}".formatted(JsonMapper.shared().writeValueAsString(script), rest);
    }
}
