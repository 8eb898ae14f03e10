package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.List;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleTenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChangesIT {

    private static SampleTenant sample;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("changes");
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void tellsWhatWasDoneByWhomAndToWhichValues() {
        String before = latest();
        String id =
                ask("mutation { createAccount(data: { name: \"Echo\", revenue: \"12.50\" }) { id } }")
                        .at("/data/createAccount/id")
                        .asString();
        ask("mutation { updateAccount(id: \"%s\", data: { revenue: \"13\" }) { id } }", id);
        ask("mutation { deleteAccount(id: \"%s\") { id } }", id);
        ask("mutation { restoreAccount(id: \"%s\") { id } }", id);

        JsonNode nodes =
                ask(
                                """
                                { changes(after: "%s") { nodes {
                                    kind object recordId version at cursor actor { name }
                                    changes { field before after }
                                    record { __typename id ... on Account { name revenue } } } } }
                                """,
                                before)
                        .at("/data/changes/nodes");

        assertThat(texts(nodes, "kind"))
                .containsExactly("CREATED", "UPDATED", "DELETED", "RESTORED");
        assertThat(texts(nodes, "object")).containsOnly("Account");
        assertThat(texts(nodes, "recordId")).containsOnly(id);
        assertThat(nodes.valueStream().map(node -> node.get("version").asInt()))
                .containsExactly(1, 2, 3, 4);
        assertThat(nodes.at("/0/actor/name").asString()).isEqualTo("Ada Lovelace");
        assertThat(nodes.at("/0/at").asString()).isEqualTo("2026-07-04T12:30:00.000Z");
        assertThat(nodes.at("/1/changes").toString())
                .isEqualTo("[{\"field\":\"revenue\",\"before\":\"12.50\",\"after\":\"13.00\"}]");
        assertThat(nodes.at("/0/record").toString())
                .isEqualTo(
                        "{\"__typename\":\"Account\",\"id\":\"%s\",\"name\":\"Echo\",\"revenue\":\"13.00\"}"
                                .formatted(id));
    }

    @Test
    void keepsADestroyedRecordAsATombstoneOnly() {
        String before = latest();
        String id =
                ask("mutation { createTag(data: { name: \"gone\" }) { id } }")
                        .at("/data/createTag/id")
                        .asString();
        ask("mutation { destroyTag(id: \"%s\") { id } }", id);

        JsonNode nodes =
                ask("{ changes(after: \"%s\") { nodes { kind recordId record { id } } } }", before)
                        .at("/data/changes/nodes");

        assertThat(texts(nodes, "kind")).containsExactly("CREATED", "DESTROYED");
        assertThat(nodes.at("/1/record").isNull()).isTrue();
    }

    @Test
    void readsOnFromCursorToCursorWithoutGapOrRepetition() {
        List<String> ids = new ArrayList<>();
        String after = latest();
        for (int number = 0; number < 7; number++) {
            ids.add(
                    ask("mutation { createTag(data: { name: \"t%d\" }) { id } }", number)
                            .at("/data/createTag/id")
                            .asString());
        }

        List<String> told = new ArrayList<>();
        boolean hasNext = true;
        while (hasNext) {
            JsonNode page =
                    ask(
                                    "{ changes(after: \"%s\", first: 3) { nodes { recordId } pageInfo { endCursor hasNextPage } } }",
                                    after)
                            .at("/data/changes");
            told.addAll(texts(page.get("nodes"), "recordId"));
            after = page.at("/pageInfo/endCursor").asString();
            hasNext = page.at("/pageInfo/hasNextPage").asBoolean();
        }

        assertThat(told).isEqualTo(ids);
        assertThat(after).isEqualTo(latest());
    }

    @Test
    void tellsOnlyOfTheObjectsThatAreAskedForAndGoesOnBehindTheOthers() {
        String before = latest();
        ask("mutation { createAccount(data: { name: \"Unasked\" }) { id } }");

        JsonNode page =
                ask(
                                """
                                { changes(after: "%s", objects: ["Tag"]) {
                                    nodes { kind } latestCursor pageInfo { endCursor hasNextPage hasPreviousPage startCursor } } }
                                """,
                                before)
                        .at("/data/changes");

        assertThat(page.get("nodes").isEmpty()).isTrue();
        assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(page.at("/pageInfo/endCursor").asString())
                .isEqualTo(page.get("latestCursor").asString())
                .isNotEqualTo(before);
    }

    @Test
    void beginsWithTheOldestChangeThatIsKept() {
        assertThat(
                        ask("{ changes(first: 1) { nodes { object recordId } } }")
                                .at("/data/changes/nodes/0/recordId")
                                .asString())
                .isEqualTo(SampleTenant.ADA.toString());
    }

    @Test
    void takesNoCursorOfAnotherTenant() {
        try (SampleTenant other = SampleTenant.fresh("changes_other")) {
            String theirs =
                    other.json(other.ada(), Requests.post("{ changes { latestCursor } }"))
                            .at("/data/changes/latestCursor")
                            .asString();

            assertThat(code("{ changes(after: \"%s\") { nodes { kind } } }", theirs))
                    .isEqualTo("CURSOR_UNKNOWN");
        }
    }

    @Test
    void refusesCursorsThatAreNone() {
        for (String text : List.of("", "x", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA", "°")) {
            JsonNode answer = ask("{ c: changes(after: \"%s\") { nodes { kind } } }", text);
            assertThat(answer.at("/errors/0/extensions/code").asString())
                    .as(text)
                    .isEqualTo("CURSOR_UNKNOWN");
            assertThat(answer.at("/errors/0/path").toString()).isEqualTo("[\"c\",\"after\"]");
            assertThat(answer.at("/errors/0/extensions/hint").asString()).contains("latestCursor");
            assertThat(answer.at("/data").isNull()).as(answer.toString()).isTrue();
        }
    }

    @Test
    void refusesACursorBehindWhichChangesWereForgotten() {
        try (SampleTenant aged = SampleTenant.fresh("changes_aged")) {
            String first =
                    aged.json(
                                    aged.ada(),
                                    Requests.post(
                                            "{ changes(first: 1) { pageInfo { endCursor } } }"))
                            .at("/data/changes/pageInfo/endCursor")
                            .asString();
            aged.runtime()
                    .asOwner(
                            aged.tenant(),
                            "update stream set expired_position = 3; delete from outbox where position <= 3");

            JsonNode answer =
                    aged.json(
                            aged.ada(),
                            Requests.post(
                                    "{ changes(after: \"%s\") { nodes { kind } } }"
                                            .formatted(first)));

            assertThat(answer.at("/errors/0/extensions/code").asString())
                    .isEqualTo("CURSOR_EXPIRED");
            assertThat(answer.at("/errors/0/extensions/hint").asString()).contains("latestCursor");
        }
    }

    @Test
    void namesTheNearestObjectAndTheLargestPage() {
        JsonNode errors =
                ask("{ changes(first: 5000, objects: [\"Acount\"]) { nodes { kind } } }")
                        .get("errors");

        assertThat(errors.toString()).contains("PAGE_TOO_LARGE", "Did you mean `Account`?");
    }

    @Test
    void readsInOneStatementBesideTheOrdering() {
        latest();
        sample.statements().forget();

        ask("{ changes(first: 5) { nodes { record { id } } } accounts { nodes { id } } }");

        assertThat(sample.statements().dataCount()).isEqualTo(2);
    }

    private static String latest() {
        return ask("{ changes(first: 1) { latestCursor } }")
                .at("/data/changes/latestCursor")
                .asString();
    }

    @FormatMethod
    private static String code(String query, Object... arguments) {
        return ask(query, arguments).at("/errors/0/extensions/code").asString("none");
    }

    @FormatMethod
    private static JsonNode ask(String query, Object... arguments) {
        return sample.json(sample.ada(), Requests.post(query.formatted(arguments)));
    }

    private static List<String> texts(JsonNode nodes, String member) {
        return nodes.valueStream().map(node -> node.get(member).asString()).toList();
    }
}
