package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.http.GraphqlHttpRequest;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleTenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The header Idempotency-Key. */
class IdempotencyIT {

    private static SampleTenant sample;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("idempotency");
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void answersARepetitionWithTheVeryFirstAnswer() {
        String mutation =
                "mutation { __typename made: createTag(data: { name: \"once\" }) { id name version } }";
        String first = text("k-1", mutation);

        assertThat(text("k-1", mutation)).isEqualTo(first).contains("\"once\"");
        assertThat(count("once")).isEqualTo(1);
        assertThat(text("k-2", mutation)).isNotEqualTo(first);
        assertThat(count("once")).isEqualTo(2);
    }

    @Test
    void refusesAnotherBodyUnderTheKey() {
        text("k-3", "mutation { createTag(data: { name: \"first\" }) { id } }");
        JsonNode refused = json("k-3", "mutation { createTag(data: { name: \"other\" }) { id } }");

        assertThat(refused.at("/errors/0/extensions/code").asString())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(refused.at("/errors/0/extensions/kind").asString()).isEqualTo("CONFLICT");
        assertThat(count("other")).isZero();
    }

    @Test
    void letsARefusedRequestBeMendedUnderItsKey() {
        assertThat(json("k-4", "mutation { createTag(data: {}) { id } }").has("errors")).isTrue();
        assertThat(
                        json("k-4", "mutation { createTag(data: { name: \"mended\" }) { id } }")
                                .has("errors"))
                .isFalse();
    }

    @Test
    void keepsNothingOfQueries() {
        assertThat(json("k-5", "{ tags { totalCount } }").has("errors")).isFalse();
        assertThat(json("k-5", "{ accounts { totalCount } }").has("errors")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "ümlaut", "tab\t"})
    void refusesKeysThatAreNone(String key) {
        GraphqlAnswer refused = answer(key, "mutation { createTag(data: { name: \"x\" }) { id } }");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(Requests.json(refused).at("/errors/0/extensions/code").asString())
                .isEqualTo("IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void refusesKeysThatAreTooLong() {
        assertThat(answer("x".repeat(256), "{ me { user { id } } }").status()).isEqualTo(400);
        assertThat(answer("x".repeat(255), "{ me { user { id } } }").status()).isEqualTo(200);
    }

    private static int count(String name) {
        return sample.json(
                        sample.ada(),
                        Requests.post(
                                "{ tags(filter: { name: { eq: \"%s\" } }) { totalCount } }"
                                        .formatted(name)))
                .at("/data/tags/totalCount")
                .intValue();
    }

    private static String text(String key, String query) {
        return Requests.text(answer(key, query));
    }

    private static JsonNode json(String key, String query) {
        return Requests.json(answer(key, query));
    }

    private static GraphqlAnswer answer(String key, String query) {
        byte[] body =
                "{\"query\":%s}"
                        .formatted(JsonMapper.shared().writeValueAsString(query))
                        .getBytes(StandardCharsets.UTF_8);
        return sample.answer(
                sample.ada(),
                new GraphqlHttpRequest(
                        "POST",
                        Optional.of("application/json"),
                        Optional.of("application/json"),
                        Map.of(),
                        body,
                        Optional.of(key),
                        Requests.TRACE_ID));
    }
}
