package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleTenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records that are written through the lists of others. */
class NestedWriteIT {

    private static final String VIP = "01900000-0000-7000-8000-0000000000e1";
    private static final String LEAD = "01900000-0000-7000-8000-0000000000e2";

    private static SampleTenant sample;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("nested");
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void createsChildrenWithTheirParentLevelByLevel() {
        assertThat(
                        data(
                                """
                                mutation { createAccount(data: { name: "Whole",
                                  contacts: { create: [{ name: "One", tags: { create: [{ name: "fresh" }] } }, { name: "Two" }] }
                                  subsidiaries: { create: [{ name: "Part", contacts: { create: [{ name: "Three" }] } }] } }) {
                                    contacts(orderBy: [{ name: ASC }]) { nodes { name account { name } tags { nodes { name } } } }
                                    subsidiaries { nodes { name contacts { nodes { name } } } } } }
                                """))
                .isEqualTo(
                        json(
                                """
                                {"createAccount":{"contacts":{"nodes":[
                                  {"name":"One","account":{"name":"Whole"},"tags":{"nodes":[{"name":"fresh"}]}},
                                  {"name":"Two","account":{"name":"Whole"},"tags":{"nodes":[]}}]},
                                 "subsidiaries":{"nodes":[{"name":"Part","contacts":{"nodes":[{"name":"Three"}]}}]}}}
                                """));
    }

    @Test
    void connectsAndDisconnectsChildren() {
        String id =
                account(
                        "Holder",
                        "contacts: { create: [{ name: \"Stays\" }, { name: \"Goes\", email: \"goes@x.example\" }] }");
        String free = id("mutation { createContact(data: { name: \"Free\" }) { id } }");
        assertThat(
                        update(
                                id,
                                "contacts: { connect: [{ id: \"%s\" }], disconnect: [{ email: \"goes@x.example\" }] }"
                                        .formatted(free)))
                .isEqualTo("Free,Stays");
        assertThat(
                        data(
                                "{ contacts(filter: { name: { eq: \"Goes\" } }) { nodes { version account { name } } } }"))
                .isEqualTo(json("{\"contacts\":{\"nodes\":[{\"version\":2,\"account\":null}]}}"));
    }

    @Test
    void leavesChildrenOfOthersWhereTheyAre() {
        account(
                "Other",
                "contacts: { create: [{ name: \"Theirs\", email: \"theirs@x.example\" }] }");
        String id = account("Mine", "");

        assertThat(update(id, "contacts: { disconnect: [{ email: \"theirs@x.example\" }] }"))
                .isEmpty();
        assertThat(
                        data(
                                "{ contacts(filter: { name: { eq: \"Theirs\" } }) { nodes { version account { name } } } }"))
                .isEqualTo(
                        json(
                                "{\"contacts\":{\"nodes\":[{\"version\":1,\"account\":{\"name\":\"Other\"}}]}}"));
    }

    @Test
    void setsExactlyTheGivenChildren() {
        String id =
                account(
                        "Set",
                        "contacts: { create: [{ name: \"A\" }, { name: \"B\", email: \"b@set.example\" }] }");
        String other = id("mutation { createContact(data: { name: \"C\" }) { id } }");
        assertThat(
                        update(
                                id,
                                "contacts: { set: [{ id: \"%s\" }, { email: \"b@set.example\" }], create: [{ name: \"D\" }] }"
                                        .formatted(other)))
                .isEqualTo("B,C,D");
        assertThat(update(id, "contacts: { set: [] }")).isEmpty();
    }

    @Test
    void setsLinksFromBothSides() {
        String id =
                id(
                        "mutation { createContact(data: { name: \"Linked\", tags: { connect: [{ id: \"%s\" }] } }) { id } }"
                                .formatted(VIP));
        assertThat(
                        data(
                                """
                                mutation { updateContact(id: "%s", data: { tags: { set: [{ id: "%s" }] } }) { tags { nodes { name } } } }
                                """
                                        .formatted(id, LEAD)))
                .isEqualTo(
                        json("{\"updateContact\":{\"tags\":{\"nodes\":[{\"name\":\"lead\"}]}}}"));
        String tag =
                id(
                        "mutation { createTag(data: { name: \"back\", contacts: { connect: [{ id: \"%s\" }], create: [{ name: \"New\" }] } }) { id } }"
                                .formatted(id));
        assertThat(tagged(tag)).isEqualTo(json("[{\"name\":\"Linked\"},{\"name\":\"New\"}]"));
        data(
                "mutation { updateTag(id: \"%s\", data: { contacts: { disconnect: [{ id: \"%s\" }] } }) { id } }"
                        .formatted(tag, id));
        assertThat(tagged(tag)).isEqualTo(json("[{\"name\":\"New\"}]"));
        data(
                "mutation { updateTag(id: \"%s\", data: { contacts: { set: [{ id: \"%s\" }] } }) { id } }"
                        .formatted(tag, id));
        assertThat(tagged(tag)).isEqualTo(json("[{\"name\":\"Linked\"}]"));
    }

    @Test
    void reportsWhatIsWrongOnAllLevelsWithItsPath() {
        JsonNode refused =
                answer(
                        """
                        mutation { createAccount(data: { revenue: "x", contacts: { create: [
                          { name: "ok" }, { email: "none", tags: { create: [{}] } }, { name: "x", account: { externalKey: "A-1" } }],
                          connect: [{ id: "01900000-0000-7000-8000-0000000000ff" }] } }) { id } }
                        """);
        assertThat(problems(refused))
                .contains("NUMBER_MALFORMED [\"createAccount\",\"data\",\"revenue\"]")
                .contains("FIELD_REQUIRED [\"createAccount\",\"data\",\"name\"]")
                .contains(
                        "EMAIL_MALFORMED [\"createAccount\",\"data\",\"contacts\",\"create\",1,\"email\"]")
                .contains(
                        "FIELD_REQUIRED [\"createAccount\",\"data\",\"contacts\",\"create\",1,\"name\"]")
                .contains(
                        "FIELD_REQUIRED [\"createAccount\",\"data\",\"contacts\",\"create\",1,\"tags\",\"create\",0,\"name\"]")
                .contains(
                        "RELATION_CONTRADICTED [\"createAccount\",\"data\",\"contacts\",\"create\",2,\"account\"]")
                .contains(
                        "REFERENCE_NOT_FOUND [\"createAccount\",\"data\",\"contacts\",\"connect\",0]");
    }

    @Test
    void refusesToTakePartsFromTheirWhole() {
        String part =
                id(
                        "mutation { createInvoice(data: { lines: { create: [{ name: \"L\" }] } }) { lines { nodes { id } } } }",
                        "/lines/nodes/0/id");
        String invoice = id("mutation { createInvoice(data: {}) { id } }");
        for (String verb : new String[] {"disconnect", "set"}) {
            assertThat(
                            problems(
                                    answer(
                                            "mutation { updateInvoice(id: \"%s\", data: { lines: { %s: [{ id: \"%s\" }] } }) { id } }"
                                                    .formatted(invoice, verb, part))))
                    .containsExactly("PART_NOT_SEPARABLE [\"updateInvoice\",\"data\",\"lines\"]");
        }
        data(
                "mutation { updateInvoice(id: \"%s\", data: { lines: { connect: [{ id: \"%s\" }] } }) { id } }"
                        .formatted(invoice, part));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation { updateAccounts(filter: { name: { eq: \"x\" } }, data: { contacts: { create: [{ name: \"c\" }] } }) { count } }",
                "mutation { updateTags(filter: { name: { eq: \"x\" } }, data: { contacts: { set: [] } }) { count } }"
            })
    void refusesListsInAWriteByFilter(String mutation) {
        assertThat(answer(mutation).at("/errors/0/extensions/code").asString())
                .isEqualTo("RELATED_OF_MANY");
    }

    @Test
    void refusesContradictions() {
        String child = id("mutation { createContact(data: { name: \"Torn\" }) { id } }");
        assertThat(
                        problems(
                                answer(
                                        """
                                        mutation { createAccounts(data: [{ name: "P1", contacts: { connect: [{ id: "%1$s" }] } },
                                          { name: "P2", contacts: { connect: [{ id: "%1$s" }] } }]) { id } }
                                        """
                                                .formatted(child))))
                .containsExactly(
                        "RELATION_CONTRADICTED [\"createAccounts\",\"data\",1,\"contacts\",\"connect\",0]");
        String self = account("Self", "");
        assertThat(
                        problems(
                                answer(
                                        "mutation { updateAccount(id: \"%1$s\", data: { subsidiaries: { connect: [{ id: \"%1$s\" }] } }) { id } }"
                                                .formatted(self))))
                .containsExactly(
                        "RELATION_CONTRADICTED [\"updateAccount\",\"data\",\"subsidiaries\",\"connect\",0]");
    }

    @Test
    void refusesTooManyLevels() {
        String data = "{ name: \"deepest\" }";
        for (int level = 0; level < 5; level++) {
            data = "{ name: \"n\", subsidiaries: { create: [" + data + "] } }";
        }
        JsonNode refused = answer("mutation { createAccount(data: " + data + ") { id } }");
        assertThat(refused.at("/errors/0/extensions/code").asString()).isEqualTo("QUERY_TOO_DEEP");
    }

    @Test
    void takesTheSameNumberOfStatementsForMoreRecords() {
        int few = statements(2, 2);
        assertThat(statements(20, 30)).isEqualTo(few);
    }

    private static int statements(int parents, int children) {
        String contacts = "{ name: \"c\", tags: { create: [{ name: \"t\" }] } }".repeat(children);
        String accounts =
                "{ name: \"many\", contacts: { create: [%s] } }"
                        .formatted(contacts)
                        .repeat(parents);
        sample.statements().forget();
        data("mutation { createAccounts(data: [%s]) { id } }".formatted(accounts));
        return sample.statements().dataCount();
    }

    private static JsonNode tagged(String tag) {
        return data("{ tag(id: \"%s\") { contacts(orderBy: [{ name: ASC }]) { nodes { name } } } }"
                        .formatted(tag))
                .at("/tag/contacts/nodes");
    }

    private static String account(String name, String more) {
        return id(
                "mutation { createAccount(data: { name: \"%s\" %s }) { id } }"
                        .formatted(name, more));
    }

    /** The names of the account's contacts after an update. */
    private static String update(String id, String data) {
        return String.join(
                ",",
                data("""
                mutation { updateAccount(id: "%s", data: { %s }) { contacts(orderBy: [{ name: ASC }]) { nodes { name } } } }
                """
                                .formatted(id, data))
                        .findValuesAsString("name"));
    }

    private static List<String> problems(JsonNode answer) {
        return answer.get("errors")
                .valueStream()
                .map(error ->
                        error.at("/extensions/code").asString()
                                + " "
                                + error.get("path").toString())
                .toList();
    }

    private static String id(String mutation) {
        return id(mutation, "/id");
    }

    private static String id(String mutation, String pointer) {
        return data(mutation).iterator().next().at(pointer).asString();
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
