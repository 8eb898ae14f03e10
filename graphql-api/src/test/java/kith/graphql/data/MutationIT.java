package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleTenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MutationIT {

    private static final String ACME = "01900000-0000-7000-8000-0000000000b1";

    private static SampleTenant sample;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("mutations");
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void createsARecordAndAnswersWithIt() {
        assertThat(
                        data(
                                """
                                mutation ($data: AccountCreateInput!) {
                                  __typename
                                  made: createAccount(data: $data) {
                                    __typename name version revenue revenueCurrency industry markets owner { name } createdBy { name }
                                  }
                                }
                                """,
                                """
                                {"data": {"name": "Echo", "revenue": 12.50, "industry": "Retail", "markets": ["US", "FR"]}}
                                """))
                .isEqualTo(
                        json(
                                """
                                {"__typename":"Mutation","made":{"__typename":"Account","name":"Echo","version":1,"revenue":"12.50",
                                 "revenueCurrency":"EUR","industry":"Retail","markets":["FR","US"],"owner":{"name":"Ada Lovelace"},
                                 "createdBy":{"name":"Ada Lovelace"}}}
                                """));
    }

    @Test
    void keepsDecimalsExactHoweverTheyAreSent() {
        assertThat(
                        data(
                                """
                                mutation ($n: Decimal) {
                                  literal: createAccount(data: { name: "E1", score: 12345678901234567890.0123456789 }) { score }
                                  text: createAccount(data: { name: "E2", score: "12345678901234567890.0123456789" }) { score }
                                  variable: createAccount(data: { name: "E3", score: $n }) { score }
                                  int: createAccount(data: { name: "E4", score: 12345678901234567890 }) { score }
                                }
                                """,
                                "{\"n\": 12345678901234567890.0123456789}"))
                .isEqualTo(
                        json(
                                """
                                {"literal":{"score":"12345678901234567890.0123456789"},"text":{"score":"12345678901234567890.0123456789"},
                                 "variable":{"score":"12345678901234567890.0123456789"},"int":{"score":"12345678901234567890.0000000000"}}
                                """));
    }

    @Test
    void namesReferencesByIdAndByUniqueField() {
        assertThat(
                        data(
                                """
                                mutation { createContacts(data: [
                                  { name: "One", account: { id: "%s" } }
                                  { name: "Two", account: { externalKey: "B-1" }, owner: { email: "grace@acme.example" } }
                                  { name: "Three", account: null }
                                ]) { name account { name } owner { name } } }
                                """
                                        .formatted(ACME)))
                .isEqualTo(
                        json(
                                """
                                {"createContacts":[{"name":"One","account":{"name":"Acme"},"owner":{"name":"Ada Lovelace"}},
                                 {"name":"Two","account":{"name":"Bolt"},"owner":{"name":"Grace Hopper"}},
                                 {"name":"Three","account":null,"owner":{"name":"Ada Lovelace"}}]}
                                """));
    }

    @Test
    void connectsAndDisconnectsLinks() {
        assertThat(
                        data(
                                """
                                mutation {
                                  createContact(data: { id: "01900000-0000-7000-8000-00000000aa01", name: "Linked",
                                    tags: { connect: [{ id: "01900000-0000-7000-8000-0000000000e1" }] } }) { tags { nodes { name } } }
                                  updateContact(id: "01900000-0000-7000-8000-00000000aa01", data: { tags: {
                                    connect: [{ id: "01900000-0000-7000-8000-0000000000e2" }]
                                    disconnect: [{ id: "01900000-0000-7000-8000-0000000000e1" }] } }) { tags { nodes { name } } }
                                }
                                """))
                .isEqualTo(
                        json(
                                """
                                {"createContact":{"tags":{"nodes":[{"name":"vip"}]}},"updateContact":{"tags":{"nodes":[{"name":"lead"}]}}}
                                """));
    }

    @Test
    void updatesOnlyTheSeenVersion() {
        String id = id("mutation { createAccount(data: { name: \"V\", revenue: 1 }) { id } }");

        assertThat(
                        data(
                                """
                                mutation { updateAccount(id: "%s", data: { revenue: null, name: "W" }, ifVersion: 1) { name revenue version } }
                                """
                                        .formatted(id)))
                .isEqualTo(
                        json(
                                "{\"updateAccount\":{\"name\":\"W\",\"revenue\":null,\"version\":2}}"));

        JsonNode refused =
                answer(
                        "mutation { late: updateAccount(id: \"%s\", data: { name: \"X\" }, ifVersion: 1) { id } }"
                                .formatted(id));
        assertThat(code(refused)).isEqualTo("VERSION_CONFLICT");
        assertThat(refused.at("/errors/0/extensions/kind").asString()).isEqualTo("CONFLICT");
        assertThat(refused.at("/errors/0/path/0").asString()).isEqualTo("late");
        assertThat(refused.at("/errors/0/extensions/changedBy").asString())
                .isEqualTo("Ada Lovelace");
        assertThat(refused.at("/errors/0/extensions/version").intValue()).isEqualTo(2);
        assertThat(refused.at("/errors/0/extensions/fields").toString())
                .isEqualTo("[\"name\",\"revenue\"]");
        assertThat(refused.get("data").isNull()).isTrue();
    }

    @Test
    void deletesRestoresAndDestroys() {
        String id = id("mutation { createTag(data: { name: \"gone\" }) { id } }");

        assertThat(data("mutation { deleteTag(id: \"%s\") { id name } }".formatted(id)))
                .isEqualTo(json("{\"deleteTag\":{\"id\":\"%s\",\"name\":\"gone\"}}".formatted(id)));
        assertThat(data("{ tag(id: \"%s\") { id } }".formatted(id)))
                .isEqualTo(json("{\"tag\":null}"));
        assertThat(data("mutation { restoreTag(id: \"%s\") { id } }".formatted(id)))
                .isEqualTo(json("{\"restoreTag\":{\"id\":\"%s\"}}".formatted(id)));
        assertThat(
                        data(
                                "mutation { deleteTag(id: \"%1$s\") { id } destroyTag(id: \"%1$s\") { __typename gone: id } }"
                                        .formatted(id)))
                .isEqualTo(
                        json(
                                "{\"deleteTag\":{\"id\":\"%1$s\"},\"destroyTag\":{\"__typename\":\"DestroyedRecord\",\"gone\":\"%1$s\"}}"
                                        .formatted(id)));
    }

    @Test
    void upsertsByAUniqueField() {
        assertThat(
                        data(
                                """
                                mutation { upsertAccounts(on: "externalKey", data: [
                                  { externalKey: "U-1", name: "New" }, { externalKey: "A-1", notes: "touched" }
                                ]) { __typename created record { name notes } } }
                                """))
                .isEqualTo(
                        json(
                                """
                                {"upsertAccounts":[{"__typename":"AccountUpsert","created":true,"record":{"name":"New","notes":null}},
                                 {"__typename":"AccountUpsert","created":false,"record":{"name":"Acme","notes":"touched"}}]}
                                """));
    }

    @Test
    void namesTheUniqueFieldsWhenAnUpsertGoesByAnother() {
        JsonNode refused =
                answer("mutation { upsertAccounts(on: \"name\", data: [{ name: \"x\" }]) { id } }");

        assertThat(code(refused)).isEqualTo("ARGUMENT_INVALID");
        assertThat(refused.at("/errors/0/path/1").asString()).isEqualTo("on");
        assertThat(refused.at("/errors/0/extensions/hint").asString())
                .isEqualTo("One of: externalKey");
        assertThat(refused.has("data")).as(refused.toString()).isFalse();
    }

    @Test
    void writesAllThatMatchAndCountsThem() {
        assertThat(
                        data(
                                """
                                mutation {
                                  createTags(data: [{ name: "x1" }, { name: "x2" }, { name: "y" }]) { name }
                                  updateTags(filter: { name: { startsWith: "x" } }, data: { name: "z" }) { count }
                                  deleteTags(filter: { name: { in: ["z", "y"] } }) { n: count __typename }
                                  restoreTags(filter: { name: { eq: "z" } }) { count }
                                  destroyTags(filter: { name: { in: ["z", "y"] } }) { count }
                                }
                                """))
                .isEqualTo(
                        json(
                                """
                                {"createTags":[{"name":"x1"},{"name":"x2"},{"name":"y"}],"updateTags":{"count":2},
                                 "deleteTags":{"n":3,"__typename":"WriteCount"},"restoreTags":{"count":2},"destroyTags":{"count":1}}
                                """));
    }

    @Test
    void refusesAFilterThatAnUnsentVariableEmptied() {
        JsonNode refused =
                answer(
                        "mutation ($name: String) { deleteTags(filter: { name: { eq: $name } }) { count } }");
        assertThat(code(refused)).isEqualTo("FILTER_EMPTY");
        assertThat(refused.at("/errors/0/path").toString())
                .isEqualTo("[\"deleteTags\",\"filter\",\"name\"]");

        assertThat(code(answer("mutation { deleteTags(filter: {}) { count } }")))
                .isEqualTo("FILTER_EMPTY");
        assertThat(code(answer("mutation { deleteTags(filter: { and: [{}] }) { count } }")))
                .isEqualTo("FILTER_EMPTY");
    }

    private static String id(String mutation) {
        return data(mutation).iterator().next().get("id").asString();
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    private static JsonNode data(String query) {
        return data(query, "{}");
    }

    private static JsonNode data(String query, String variables) {
        JsonNode answer = sample.json(sample.ada(), Requests.post(query, variables));
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
