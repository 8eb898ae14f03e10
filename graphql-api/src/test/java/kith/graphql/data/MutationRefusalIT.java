package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleTenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mutations that are refused as a whole. */
class MutationRefusalIT {

    private static SampleTenant sample;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("mutation_refusals");
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void reportsAllViolationsEachWithItsPath() {
        JsonNode refused =
                answer(
                        """
                        mutation { createAccounts(data: [
                          { name: "ok", revenue: "1.999" }, { revenue: "many", industry: "Teck", website: "nowhere" }
                        ]) { id } }
                        """);

        assertThat(refused.get("errors").findValuesAsString("code"))
                .contains(
                        "NUMBER_TOO_PRECISE",
                        "NUMBER_MALFORMED",
                        "PICKLIST_VALUE_UNKNOWN",
                        "URL_MALFORMED",
                        "FIELD_REQUIRED");
        assertThat(refused.get("errors").toString())
                .contains("[\"createAccounts\",\"data\",0,\"revenue\"]")
                .contains("[\"createAccounts\",\"data\",1,\"industry\"]")
                .contains("Did you mean `Tech`?");
        assertThat(data("{ accounts(filter: { name: { eq: \"ok\" } }) { totalCount } }"))
                .isEqualTo(json("{\"accounts\":{\"totalCount\":0}}"));
    }

    @Test
    void leavesNothingBehindWhenALaterFieldFails() {
        JsonNode refused =
                answer(
                        """
                        mutation { a: createTag(data: { name: "first" }) { id } b: createTag(data: {}) { id } }
                        """);

        assertThat(code(refused)).isEqualTo("FIELD_REQUIRED");
        assertThat(refused.at("/errors/0/path").toString()).isEqualTo("[\"b\",\"data\",\"name\"]");
        assertThat(data("{ tags(filter: { name: { eq: \"first\" } }) { totalCount } }"))
                .isEqualTo(json("{\"tags\":{\"totalCount\":0}}"));
    }

    @Test
    void refusesAMemberWhoWritesWhatAdministratorsWrite() {
        JsonNode refused =
                sample.json(
                        sample.grace(),
                        Requests.post(
                                "mutation { createUser(data: { name: \"Eve\", email: \"eve@acme.example\" }) { id } }"));

        assertThat(code(refused)).isEqualTo("WRITE_FORBIDDEN");
        assertThat(refused.at("/errors/0/extensions/kind").asString()).isEqualTo("FORBIDDEN");
    }

    @Test
    void refusesMalformedIds() {
        JsonNode refused = answer("mutation { deleteTag(id: \"1' or true\") { id } }");

        assertThat(code(refused)).isEqualTo("ID_MALFORMED");
        assertThat(refused.at("/errors/0/path").toString()).isEqualTo("[\"deleteTag\",\"id\"]");
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    private static JsonNode data(String query) {
        JsonNode answer = answer(query);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.get("data");
    }

    private static JsonNode answer(String query) {
        return sample.json(sample.ada(), Requests.post(query));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
