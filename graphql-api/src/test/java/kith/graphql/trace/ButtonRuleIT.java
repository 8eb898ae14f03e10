package kith.graphql.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kith.graphql.http.GraphqlHttpRequest;
import kith.graphql.testing.Requests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Buttons: made by the metadata API, pressed by the data API, told of by the history. */
class ButtonRuleIT {

    private static final String SHOWN =
            "{ catalog { object(name: \"Deal\") { rules { name on place visibleWhen visibleTree } } } }";

    private static InsightTenant tenant;

    @BeforeAll
    static void make() {
        tenant = new InsightTenant("button_rules");
        tenant.setup(
                """
                mutation {
                  createObject(input: { name: "Deal", label: "Deal", pluralLabel: "Deals", keepsHistory: true }) { name }
                  other: createObject(input: { name: "Other", label: "Other", pluralLabel: "Others" }) { name }
                  createField(input: { object: "Deal", name: "stage", type: "text" }) { name }
                  createRule(input: { object: "Deal", name: "win", label: "Win it", on: [BUTTON], place: [LIST, RECORD], visibleWhen: "stage != 'Won'",
                    when: "stage != 'Lost'", script: "record.stage = 'Won'" }) { name problems { message } }
                }
                """);
    }

    @AfterAll
    static void close() {
        tenant.close();
    }

    @Test
    void showsTheButtonsOfAnObject() {
        JsonNode rule = tenant.setup(SHOWN).at("/catalog/object/rules/0");

        assertThat(rule.get("on").toString()).isEqualTo("[\"BUTTON\"]");
        assertThat(rule.get("place").toString()).isEqualTo("[\"RECORD\",\"LIST\"]");
        assertThat(rule.get("visibleWhen").asString()).isEqualTo("stage != 'Won'");
        assertThat(rule.get("visibleTree").isObject()).isTrue();
    }

    @Test
    void changesAButtonAndTakesItAway() {
        tenant.setup(
                "mutation { createRule(input: { object: \"Deal\", name: \"other\", on: [BUTTON], script: \"record.stage = 'x'\" }) { name } }");
        assertThat(other().get("place").toString()).isEqualTo("[\"RECORD\"]");

        tenant.setup(
                "mutation { updateRule(object: \"Deal\", name: \"other\", input: { place: [LIST], visibleWhen: \"stage == 'y'\" }) { name } }");
        assertThat(other().get("place").toString()).isEqualTo("[\"LIST\"]");

        tenant.setup(
                "mutation { updateRule(object: \"Deal\", name: \"other\", input: { on: [BEFORE_CREATE], place: null, visibleWhen: null, active: false }) { name } }");
        assertThat(other().get("place").isEmpty()).isTrue();
        assertThat(other().get("visibleTree").isNull()).isTrue();
    }

    @Test
    void takesButtonsAsDocumentsAndSaysWhereTheyAreWrong() {
        String document =
                "{ kind: \"Rule\", object: \"Deal\", name: \"applied\", on: [\"BUTTON\"], visibleWhen: \"%s\", script: \"record.stage = 'z'\" }";
        String apply =
                "mutation { applyMetadata(components: [%s], dryRun: true) { diff { change after } problems { path code } } }";

        JsonNode fine =
                tenant.setup(apply.formatted(document.formatted("stage == 'a'")))
                        .get("applyMetadata");
        JsonNode wrong =
                tenant.setup(apply.formatted(document.formatted("stige == 'a'")))
                        .get("applyMetadata");

        assertThat(fine.get("problems").isEmpty()).isTrue();
        assertThat(fine.at("/diff/0/after/place").toString()).isEqualTo("[\"RECORD\"]");
        assertThat(wrong.at("/problems/0/code").asString()).isEqualTo("CONDITION_REFUSED");
        assertThat(wrong.at("/problems/0/path").asString()).endsWith("visibleWhen");
    }

    @Test
    void runsForRecordsAndIsTheReasonInTheirHistory() {
        String first = deal("New");
        String second = deal("Old");

        JsonNode ran =
                tenant.records(
                        "mutation { won: runDealRule(rule: \"win\", ids: [\"%s\", \"%s\"]) { id stage version } }"
                                .formatted(first, second));

        assertThat(ran.get("won"))
                .isEqualTo(
                        InsightTenant.json(
                                """
                                [{"id":"%s","stage":"Won","version":2},{"id":"%s","stage":"Won","version":2}]
                                """
                                        .formatted(first, second)));
        assertThat(
                        tenant.setup(
                                        "{ why(object: \"Deal\", id: \"%s\", field: \"stage\") { changes { rule { name line } } } }"
                                                .formatted(first))
                                .at("/why/changes/0/rule")
                                .toString())
                .isEqualTo("{\"name\":\"win\",\"line\":1}");
    }

    @Test
    void tellsAtWhichRecordItIsRefused() {
        String fine = deal("New");
        JsonNode refused =
                tenant.answered(
                        Requests.post(
                                "mutation { won: runDealRule(rule: \"win\", ids: [\"%s\", \"%s\"]) { id } }"
                                        .formatted(fine, deal("Lost"))));

        assertThat(refused.at("/errors/0/extensions/code").asString())
                .isEqualTo("RULE_NOT_APPLICABLE");
        assertThat(refused.at("/errors/0/path").toString()).isEqualTo("[\"won\",\"ids\",1]");
        assertThat(stage(fine)).isEqualTo("New");
    }

    @Test
    void refusesIdsAndNamesThatAreNone() {
        JsonNode unknown =
                tenant.answered(
                        Requests.post(
                                "mutation { runDealRule(rule: \"wim\", ids: [\"nonsense\"]) { id } }"));

        assertThat(unknown.get("errors").size()).isEqualTo(2);
        assertThat(unknown.get("errors").toString())
                .contains("[\"runDealRule\",\"ids\",0]")
                .contains("`wim` is no rule on BUTTON of Deal")
                .contains("One of: win");
    }

    @Test
    void runsOnceUnderAKey() {
        String id = deal("New");
        GraphqlHttpRequest request =
                keyed(
                        "mutation { runDealRule(rule: \"win\", ids: [\"%s\"]) { stage version } }"
                                .formatted(id));

        JsonNode first = tenant.answered(request);
        tenant.records(
                "mutation { updateDeal(id: \"%s\", data: { stage: \"Back\" }) { id } }"
                        .formatted(id));

        assertThat(tenant.answered(request)).isEqualTo(first);
        assertThat(stage(id)).isEqualTo("Back");
    }

    @Test
    void isTriedOnRecordsAsTheyAre() {
        String id = deal("New");
        JsonNode trial =
                tenant.setup(
                                "{ tryRule(input: { object: \"Deal\", name: \"draft\", on: [BUTTON], script: \"record.stage = old.stage + '!'\" }, records: [\"%s\"]) { changed cases { moment set { field after } } } }"
                                        .formatted(id))
                        .get("tryRule");

        assertThat(trial.get("changed").asInt()).isEqualTo(1);
        assertThat(trial.at("/cases/0").toString())
                .isEqualTo(
                        "{\"moment\":\"BUTTON\",\"set\":[{\"field\":\"stage\",\"after\":\"New!\"}]}");
        assertThat(stage(id)).isEqualTo("New");
    }

    @Test
    void isTriedOnlyWhereItsConditionHolds() {
        String fine = deal("New");
        String lost = deal("Lost");
        JsonNode trial =
                tenant.setup(
                                "{ tryRule(input: { object: \"Deal\", name: \"draft\", on: [BUTTON], when: \"stage != 'Lost'\", script: \"record.stage = 'Won'\" }, records: [\"%s\", \"%s\"]) { tried changed refused cases { record set { after } refusals } } }"
                                        .formatted(fine, lost))
                        .get("tryRule");

        assertThat(trial)
                .isEqualTo(
                        InsightTenant.json(
                                """
                                {"tried":2,"changed":1,"refused":1,"cases":[
                                  {"record":"%s","set":[{"after":"Won"}],"refusals":[]},
                                  {"record":"%s","set":[],"refusals":["draft is not for this record"]}]}
                                """
                                        .formatted(fine, lost)));
    }

    @Test
    void isTriedAsItIsCalled() {
        String id = deal("New");
        JsonNode trial =
                tenant.setup(
                                "{ tryRule(input: { object: \"Deal\", name: \"draft\", on: [BUTTON], per: BATCH, runAs: SYSTEM, script: \"records.each { it.stage = 'B' }\" }, records: [\"%s\"]) { problems { message } changed } }"
                                        .formatted(id))
                        .get("tryRule");

        assertThat(trial.toString()).isEqualTo("{\"problems\":[],\"changed\":1}");
    }

    private static GraphqlHttpRequest keyed(String mutation) {
        GraphqlHttpRequest plain = Requests.post(mutation);
        return new GraphqlHttpRequest(
                "POST",
                Optional.of("application/json"),
                Optional.of("application/json"),
                Map.of(),
                plain.body(),
                Optional.of("press-1"),
                Requests.TRACE_ID);
    }

    private static JsonNode other() {
        for (JsonNode rule : tenant.setup(SHOWN).at("/catalog/object/rules")) {
            if (rule.get("name").asString().equals("other")) {
                return rule;
            }
        }
        throw new AssertionError("No rule other");
    }

    private static String deal(String stage) {
        return tenant.records(
                        "mutation { createDeal(data: { name: \"D\", stage: \"%s\" }) { id } }"
                                .formatted(stage))
                .at("/createDeal/id")
                .asString();
    }

    private static String stage(String id) {
        return tenant.records("{ deal(id: \"%s\") { stage } }".formatted(id))
                .at("/deal/stage")
                .asString();
    }
}
