package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import kith.metadata.problem.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class UpsertIT {

    private static Writing writing;
    private static Writing.As nancy;

    @BeforeAll
    static void open() {
        writing = new Writing("upsert");
        nancy = writing.as("acme", SampleCatalog.plain());
    }

    @AfterAll
    static void close() {
        writing.close();
    }

    @Test
    void createsWhatIsNewAndChangesWhatIsThere() {
        UUID known = nancy.create("Account", Map.of("name", "Old", "externalId", "k-1"));

        JsonNode answer =
                nancy.write(
                        nancy.upsert(
                                "Account",
                                "externalId",
                                List.of(
                                        Map.of("externalId", "k-2", "name", "New"),
                                        Map.of("externalId", "k-1", "name", "Changed"))));

        JsonNode upserted = answer.get("upserted");
        assertThat(upserted.at("/0/created").booleanValue()).isTrue();
        assertThat(upserted.at("/0/record/name").asString()).isEqualTo("New");
        assertThat(upserted.at("/1/created").booleanValue()).isFalse();
        assertThat(upserted.at("/1/id").asString()).isEqualTo(known.toString());
        assertThat(upserted.at("/1/record/version").intValue()).isEqualTo(2);
        assertThat(upserted.at("/1/__typename").asString()).isEqualTo("UpsertedAccount");
    }

    @Test
    void refusesRecordsThatDoNotNameThemselves() {
        List<Problem> problems =
                nancy.refused(
                        nancy.upsert(
                                "Account",
                                "externalId",
                                List.of(
                                        Map.of("externalId", "twice", "name", "A"),
                                        Map.of("externalId", "twice", "name", "B"),
                                        Map.of("name", "C"))));

        assertThat(problems)
                .extracting(problem -> problem.code().name())
                .containsExactly("UPSERT_KEY_REPEATED", "UPSERT_KEY_MISSING");
    }

    @Test
    void refusesAKeyThatIsNotUnique() {
        assertThat(nancy.refused(nancy.upsert("Account", "rating", List.of(Map.of("name", "A")))))
                .extracting(Problem::code)
                .contains(WriteProblem.UPSERT_KEY_UNSUITABLE);
    }

    @Test
    void agreesWithAnUpsertOfTheSameKeyAtTheSameTime() {
        List<byte[]> answers =
                Mono.zip(
                                nancy.writing(upsertOf("raced", "One")),
                                nancy.writing(upsertOf("raced", "Other")))
                        .map(both -> List.of(both.getT1(), both.getT2()))
                        .block();

        assertThat(answers).hasSize(2);
        assertThat(nancy.found("select count(*) from record where text_2 = 'raced'"))
                .isEqualTo("1");
    }

    @Test
    void takesTheSameStatementsForOneRecordAndForMany() {
        assertThat(statements("few", 1)).isEqualTo(statements("many", 300));
    }

    private int statements(String prefix, int count) {
        List<Map<String, String>> records =
                IntStream.range(0, count)
                        .mapToObj(index -> Map.of("externalId", prefix + index, "name", "N"))
                        .toList();
        writing.runtime().statements().forget();
        nancy.write(nancy.upsert("Account", "externalId", records));
        return writing.runtime().statements().dataCount();
    }

    private static WriteRequest.Upsert upsertOf(String key, String name) {
        return nancy.upsert(
                "Account", "externalId", List.of(Map.of("externalId", key, "name", name)));
    }
}
