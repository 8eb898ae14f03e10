package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleCatalog;
import kith.graphql.testing.SampleTenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lookups that are let point to records of any of several objects. */
class PolymorphicWriteIT {

    private static final String ACME = "01900000-0000-7000-8000-0000000000b1";
    private static final String NANCY = "01900000-0000-7000-8000-0000000000c1";
    private static final String INVOICE = "01900000-0000-7000-8000-0000000000d1";
    private static final String OF_ANOTHER_TENANT = "01900000-0000-7000-8000-0000000000ee";

    private static SampleTenant sample;

    @BeforeAll
    static void start() {
        sample = SampleTenant.withVisits("polymorphic_writes");
        var other = sample.runtime().tenant("other", 1);
        sample.runtime()
                .asOwner(
                        other,
                        """
                        insert into record (tenant, object, id, version, name, created_at, updated_at)
                        values (%d, %d, '%s', 1, 'Secret', now(), now())
                        """
                                .formatted(
                                        other.key(),
                                        SampleCatalog.withVisits().require("Account").key(),
                                        OF_ANOTHER_TENANT));
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { id: "01900000-0000-7000-8000-0000000000c1" }              | Contact
                    { Account: { externalKey: "B-1" } }                         | Account
                    { Contact: { id: "01900000-0000-7000-8000-0000000000c1" } } | Contact
                    { id: "01900000-0000-7000-8000-000000000501" }              | Visit
                    """)
    void pointsToARecordOfAnyTarget(String about, String type) {
        JsonNode visit =
                data("mutation { createVisit(data: { name: \"New\", about: %s }) { aboutType about { __typename ... on Node { id } } aboutId } }"
                                .formatted(about))
                        .path("createVisit");

        assertThat(visit.path("aboutType").asString()).isEqualTo(type);
        assertThat(visit.path("about").path("__typename").asString()).isEqualTo(type);
        assertThat(visit.path("about").path("id")).isEqualTo(visit.path("aboutId"));
    }

    @Test
    void pointsElsewhereAndNowhere() {
        String id = visit("about: { id: \"%s\" }".formatted(ACME));

        assertThat(update(id, "about: { Contact: { email: \"nancy@acme.example\" } }"))
                .isEqualTo(
                        json(
                                "{\"version\":2,\"aboutType\":\"Contact\",\"aboutId\":\""
                                        + NANCY
                                        + "\"}"));
        assertThat(update(id, "about: { id: \"" + NANCY + "\" }"))
                .isEqualTo(
                        json(
                                "{\"version\":2,\"aboutType\":\"Contact\",\"aboutId\":\""
                                        + NANCY
                                        + "\"}"));
        assertThat(update(id, "about: null"))
                .isEqualTo(json("{\"version\":3,\"aboutType\":null,\"aboutId\":null}"));
    }

    @Test
    void keepsTheHistoryOfBoth() {
        String id = visit("about: { id: \"%s\" }".formatted(ACME));
        update(id, "about: { id: \"%s\" }".formatted(NANCY));

        assertThat(
                        data("{ visit(id: \"%s\") { history(first: 1) { nodes { changes { field before after } } } } }"
                                        .formatted(id))
                                .findValue("changes"))
                .isEqualTo(
                        json(
                                """
                                [{"field":"about","before":"%s","after":"%s"},
                                 {"field":"aboutType","before":"Account","after":"Contact"}]
                                """
                                        .formatted(ACME, NANCY)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { id: "01900000-0000-7000-8000-0000000000d1" }              | REFERENCE_WRONG_OBJECT
                    { id: "01900000-0000-7000-8000-0000000000ee" }              | REFERENCE_NOT_FOUND
                    { id: "01900000-0000-7000-8000-0000000009ff" }              | REFERENCE_NOT_FOUND
                    { Account: { id: "01900000-0000-7000-8000-0000000000c1" } } | REFERENCE_NOT_FOUND
                    { Contact: { email: "nobody@acme.example" } }               | REFERENCE_NOT_FOUND
                    { Account: { externalKey: "" } }                            | ARGUMENT_INVALID
                    { id: "01900000-0000-7000-8000-0000000000c1", Contact: { email: "nancy@acme.example" } } | VALUE_INVALID
                    """)
    void refusesWhatTheFieldCannotPointTo(String about, String code) {
        JsonNode answer =
                answer(
                        "mutation { createVisit(data: { name: \"No\", about: %s }) { id } }"
                                .formatted(about));

        assertThat(answer.path("errors").size()).isEqualTo(1);
        if (!code.equals("VALUE_INVALID")) {
            assertThat(answer.findValue("code").asString()).isEqualTo(code);
        }
    }

    @Test
    void saysOfARecordOfAnotherTenantWhatItSaysOfNone() {
        String unknown = "01900000-0000-7000-8000-0000000009ff";
        String foreign = message(OF_ANOTHER_TENANT);

        assertThat(foreign).isEqualTo(message(unknown).replace(unknown, OF_ANOTHER_TENANT));
        assertThat(message(INVOICE)).contains("cannot point to Invoice");
    }

    @Test
    void findsTheTargetsOfABatchInOneStatement() {
        sample.statements().forget();
        batch(1);
        int forOne = sample.statements().all().size();
        sample.statements().forget();
        batch(50);

        assertThat(sample.statements().all()).hasSize(forOne);
    }

    @Test
    void pointsToWhatTheSameRequestMakes() {
        JsonNode made =
                data(
                        """
                        mutation {
                          createAccount(data: { id: "01900000-0000-7000-8000-000000000601", name: "Fresh" }) { id }
                          createVisits(data: [
                            { id: "01900000-0000-7000-8000-000000000602", name: "First", about: { id: "01900000-0000-7000-8000-000000000601" } }
                            { name: "Second", about: { id: "01900000-0000-7000-8000-000000000602" } }
                          ]) { about { __typename } }
                        }
                        """);

        assertThat(made.path("createVisits"))
                .isEqualTo(
                        json(
                                "[{\"about\":{\"__typename\":\"Account\"}},{\"about\":{\"__typename\":\"Visit\"}}]"));
    }

    @Test
    void writesVisitsThroughTheListsOfTheirTargets() {
        String loose = visit("");
        JsonNode account =
                data("""
                mutation { createAccount(data: { name: "Host", visits: {
                    create: [{ name: "Created", visits: { create: [{ name: "Inner" }] } }], connect: [{ id: "%s" }] } }) {
                  id visits(orderBy: [{ name: ASC }]) { nodes { name aboutType visits { nodes { name aboutType } } } } } }
                """
                                .formatted(loose))
                        .path("createAccount");

        assertThat(account.path("visits").path("nodes"))
                .isEqualTo(
                        json(
                                """
                                [{"name":"Created","aboutType":"Account","visits":{"nodes":[{"name":"Inner","aboutType":"Visit"}]}},
                                 {"name":"Loose","aboutType":"Account","visits":{"nodes":[]}}]
                                """));
        data(
                "mutation { updateAccount(id: \"%s\", data: { visits: { disconnect: [{ id: \"%s\" }] } }) { id } }"
                        .formatted(account.path("id").asString(), loose));
        assertThat(
                        data("{ visit(id: \"%s\") { aboutId aboutType } }".formatted(loose))
                                .path("visit"))
                .isEqualTo(json("{\"aboutId\":null,\"aboutType\":null}"));
    }

    @Test
    void movesVisitsFromOneTargetToAnother() {
        String moved = visit("about: { id: \"%s\" }".formatted(ACME));
        data(
                "mutation { updateContact(id: \"%s\", data: { visits: { connect: [{ id: \"%s\" }] } }) { id } }"
                        .formatted(NANCY, moved));

        assertThat(
                        data("{ visit(id: \"%s\") { aboutId aboutType } }".formatted(moved))
                                .path("visit"))
                .isEqualTo(json("{\"aboutId\":\"%s\",\"aboutType\":\"Contact\"}".formatted(NANCY)));
    }

    @Test
    void staysFindableWhileItsTargetIsInTheBin() {
        String account = id("mutation { createAccount(data: { name: \"Brief\" }) { id } }");
        String visit = visit("about: { id: \"%s\" }".formatted(account));
        String query =
                "{ visits(filter: { aboutId: { eq: \"%s\" } }) { nodes { id aboutType about { __typename } } } }"
                        .formatted(account);

        data("mutation { deleteAccount(id: \"%s\") { id } }".formatted(account));
        assertThat(data(query).path("visits").path("nodes"))
                .isEqualTo(
                        json(
                                "[{\"id\":\"%s\",\"aboutType\":\"Account\",\"about\":null}]"
                                        .formatted(visit)));

        data("mutation { restoreAccount(id: \"%s\") { id } }".formatted(account));
        assertThat(data(query).findValue("about")).isEqualTo(json("{\"__typename\":\"Account\"}"));
    }

    @Test
    void changesManyByFilter() {
        visit("minutes: 7777");
        JsonNode done =
                data(
                        """
                        mutation {
                          updateVisits(filter: { minutes: { eq: 7777 } }, data: { about: { id: "%s" } }) { count }
                          deleteVisits(filter: { minutes: { eq: 7777 }, about: { Contact: { name: { eq: "Nancy" } } } }) { count }
                        }
                        """
                                .formatted(NANCY));

        assertThat(done)
                .isEqualTo(json("{\"updateVisits\":{\"count\":1},\"deleteVisits\":{\"count\":1}}"));
    }

    private static void batch(int size) {
        String visits =
                IntStream.range(0, size)
                        .mapToObj(each ->
                                "{ name: \"Many\", about: %s }"
                                        .formatted(
                                                switch (each % 3) {
                                                    case 0 -> "{ id: \"" + ACME + "\" }";
                                                    case 1 -> "{ id: \"" + NANCY + "\" }";
                                                    default ->
                                                            "{ Account: { externalKey: \"B-1\" } }";
                                                }))
                        .collect(Collectors.joining(", "));
        data("mutation { createVisits(data: [%s]) { id } }".formatted(visits));
    }

    private static String message(String about) {
        return answer(
                        "mutation { createVisit(data: { name: \"No\", about: { id: \"%s\" } }) { id } }"
                                .formatted(about))
                .path("errors")
                .path(0)
                .path("message")
                .asString();
    }

    private static String visit(String data) {
        return id("mutation { createVisit(data: { name: \"Loose\" %s }) { id } }".formatted(data));
    }

    private static JsonNode update(String id, String data) {
        return data("mutation { updateVisit(id: \"%s\", data: { %s }) { version aboutType aboutId } }"
                        .formatted(id, data))
                .path("updateVisit");
    }

    private static String id(String mutation) {
        return data(mutation).findValue("id").asString();
    }

    private static JsonNode data(String query) {
        JsonNode answer = answer(query);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.path("data");
    }

    private static JsonNode answer(String query) {
        return sample.json(sample.ada(), Requests.post(query));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
