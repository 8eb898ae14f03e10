package kith.graphql.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import kith.graphql.testing.Requests;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Administrators choose what the debug log keeps, and read it. */
class RuleLogFieldsIT {

    private static RuntimeDatabase runtime;

    private MetadataTenant metadata;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("rule_log_fields");
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @BeforeEach
    void makeTenant() {
        metadata = new MetadataTenant(runtime);
    }

    @Test
    void keepsNothingUntilSomebodyAsksForIt() {
        assertThat(metadata.data("{ ruleLogSetting { level days } }"))
                .isEqualTo(
                        MetadataTenant.json("{\"ruleLogSetting\":{\"level\":\"OFF\",\"days\":7}}"));
        metadata.data("mutation { changeRuleLog(level: FAILURES, days: 3) { level days } }");
        assertThat(metadata.data("{ ruleLogSetting { level days } }"))
                .isEqualTo(
                        MetadataTenant.json(
                                "{\"ruleLogSetting\":{\"level\":\"FAILURES\",\"days\":3}}"));
    }

    @Test
    void showsRunsFromPageToPageAndOneInFull() {
        for (int number = 1; number <= 2; number++) {
            insertRun(number);
        }
        JsonNode page =
                metadata.data(
                        "{ ruleRuns(outcome: FAILED, from: \"2026-07-04T00:00:00Z\", first: 1) { nodes { id rules message } pageInfo { hasNextPage endCursor } } }");
        assertThat(page.at("/ruleRuns/nodes/0/id").asString()).endsWith("2");
        JsonNode next =
                metadata.data(
                        "{ ruleRuns(first: 1, after: \"%s\") { nodes { id } pageInfo { hasNextPage } } }"
                                .formatted(page.at("/ruleRuns/pageInfo/endCursor").asString()));
        assertThat(next)
                .isEqualTo(
                        MetadataTenant.json(
                                "{\"ruleRuns\":{\"nodes\":[{\"id\":\"01900000-0000-7000-8000-000000000001\"}],\"pageInfo\":{\"hasNextPage\":false}}}"));
        assertThat(
                        metadata.data(
                                """
                                { ruleRun(id: "01900000-0000-7000-8000-000000000001") { outcome user { id } detail { isCut limits { limit spent most }
                                    steps { rule failure line records { set { field before after line } } queries { text rows } log { level text } } } } }
                                """))
                .isEqualTo(
                        MetadataTenant.json(
                                """
                                {"ruleRun":{"outcome":"FAILED","user":null,"detail":{"isCut":false,"limits":[{"limit":"fuel","spent":7.0,"most":20.0}],
                                 "steps":[{"rule":"r","failure":"line 3: value is empty","line":3,"records":[{"set":[
                                  {"field":"stage","before":null,"after":"new","line":2}]}],"queries":[{"text":"query Task [done]","rows":3}],
                                  "log":[{"level":"INFO","text":"hi"}]}]}}}
                                """));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(code("mutation { changeRuleLog(level: ALL, days: 31) { level } }"))
                .isEqualTo("LOG_DAYS_INVALID");
        assertThat(code("{ ruleRuns(from: \"yesterday\") { nodes { id } } }"))
                .isEqualTo("ARGUMENT_INVALID");
        assertThat(code("{ ruleRuns(after: \"x\") { nodes { id } } }")).isEqualTo("INVALID_CURSOR");
        assertThat(code("{ ruleRun(id: \"01900000-0000-7000-8000-0000000000ff\") { id } }"))
                .isEqualTo("RUN_UNKNOWN");
    }

    @Test
    void isForAdministrators() {
        JsonNode answer =
                Requests.json(
                        Requests.answer(
                                metadata.endpoint()
                                        .handle(
                                                metadata.member(),
                                                Requests.post("{ ruleLogSetting { level } }"))));
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("WRITE_FORBIDDEN");
    }

    private void insertRun(int number) {
        runtime.asOwner(
                metadata.tenant(),
                """
                insert into rule_run (tenant, id, at, origin, operation, outcome, rules, steps, fuel, micros, message, bytes, detail)
                values (%d, '01900000-0000-7000-8000-00000000000%d', '2026-07-04T12:00:0%dZ', 'API', 'create Deal', 'FAILED',
                    '{01900000-0000-7000-8000-0000000000aa}', 1, 7, 9, 'why', 2,
                    '{"isCut": false, "limits": [{"limit": "fuel", "spent": 7, "most": 20}], "steps": [
                        {"ruleId": "01900000-0000-7000-8000-0000000000aa", "rule": "r", "object": "Deal", "moment": "BEFORE_CREATE",
                         "chain": ["rule r on Deal"], "records": [{"id": "01900000-0000-7000-8000-0000000000bb",
                            "set": [{"field": "stage", "before": null, "after": "new", "line": 2}]}],
                         "queries": [{"text": "query Task [done]", "rows": 3, "micros": 1.5}], "log": [{"level": "INFO", "text": "hi"}],
                         "refusals": [], "warnings": [], "failure": "line 3: value is empty", "line": 3, "fuel": 7, "micros": 9}]}')
                """
                        .formatted(metadata.tenant().key(), number, number));
    }

    private String code(String query) {
        return metadata.answer(query).at("/errors/0/extensions/code").asString("");
    }
}
