package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleTenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Each folder of {@code read} is a request and the answer to it, read by one statement. */
class ReadCasesIT {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static SampleTenant sample;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("read_cases");
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    static List<Path> cases() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(ReadCasesIT.class.getResource("/kith/graphql/read"));
        try (Stream<Path> folders = Files.list(Path.of(folder.toURI()))) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsExpectedInOneStatement(Path folder) throws IOException {
        Path variables = folder.resolve("variables.json");
        sample.statements().forget();

        GraphqlAnswer answer =
                sample.answer(
                        sample.ada(),
                        Requests.post(
                                Files.readString(folder.resolve("request.graphql")),
                                Files.exists(variables) ? Files.readString(variables) : "{}"));

        assertThat(JSON.writeValueAsString(Requests.json(answer)))
                .isEqualTo(Files.readString(folder.resolve("expected.json")).strip());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(sample.statements().dataCount()).isEqualTo(1);
    }
}
