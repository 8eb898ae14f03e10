package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleCatalog;
import kith.graphql.testing.SampleTenant;
import kith.runtime.testing.DedicatedSample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The folders of {@code read} again, with each object in a table of its own: nobody can tell. */
class DedicatedReadCasesIT {

    private static final Path FOLDERS = Path.of("src/test/resources/kith/graphql/read");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static SampleTenant sample;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("read_cases");
        run("/kith/graphql/deals.graphql");
        run("/kith/graphql/changes.graphql");
        sample.catalogs()
                .know(
                        DedicatedSample.of(
                                sample.runtime(), sample.tenant(), SampleCatalog.standard()));
    }

    private static void run(String mutation) {
        JsonNode answer =
                sample.json(sample.ada(), Requests.post(SampleCatalog.resource(mutation)));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersTheSameWhenAskedOnceAndAgain(Path folder) throws IOException {
        Path variables = folder.resolve("variables.json");
        var request =
                Requests.post(
                        Files.readString(folder.resolve("request.graphql")),
                        Files.exists(variables) ? Files.readString(variables) : "{}");
        String expected = Files.readString(folder.resolve("expected.json"));

        for (int time = 1; time <= 4; time++) {
            JsonNode json = Requests.json(sample.answer(sample.ada(), request));

            assertThat(JSON.writeValueAsString(json) + "\n").isEqualTo(expected);
        }
    }
}
