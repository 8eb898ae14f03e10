package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleCatalog;
import kith.graphql.testing.SampleTenant;
import kith.runtime.sql.ExecutedStatement;
import kith.runtime.testing.SqlLayout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each folder of {@code read} is a request, the one statement that it becomes, and the answer. A
 * refused request has no statement of its own: at most the catalog's version is asked for. With
 * {@code -Dkith.cases=write} the expectations are written instead of compared.
 */
class ReadCasesIT {

    private static final Path FOLDERS = Path.of("src/test/resources/kith/graphql/read");
    private static final boolean IS_WRITING = "write".equals(System.getProperty("kith.cases"));
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static SampleTenant sample;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("read_cases");
        run("/kith/graphql/deals.graphql");
        run("/kith/graphql/changes.graphql");
        var other = sample.runtime().tenant("other", 1);
        sample.runtime()
                .asOwner(
                        other,
                        """
                        insert into record (tenant, object, id, version, name, created_at, updated_at)
                        values (%d, %d, '01900000-0000-7000-8000-0000000000ee', 1, 'Secret', now(), now())
                        """
                                .formatted(
                                        other.key(),
                                        SampleCatalog.standard().require("Account").key()));
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
    void answersAsExpectedInOneStatement(Path folder) throws IOException {
        Path variables = folder.resolve("variables.json");
        sample.statements().forget();

        GraphqlAnswer answer =
                sample.answer(
                        sample.ada(),
                        Requests.post(
                                Files.readString(folder.resolve("request.graphql")),
                                Files.exists(variables) ? Files.readString(variables) : "{}"));

        JsonNode json = Requests.json(answer);
        List<String> statements =
                sample.statements().all().stream()
                        .filter(statement -> statement.kind() == ExecutedStatement.Kind.DATA)
                        .map(ExecutedStatement::text)
                        .toList();
        assertThat(statements).hasSizeLessThanOrEqualTo(1);
        if (!json.has("errors")) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(statements).hasSize(1);
            compare(folder.resolve("expected.sql"), SqlLayout.of(statements.getFirst()));
        }
        compare(folder.resolve("expected.json"), JSON.writeValueAsString(json) + "\n");
    }

    /** From the third time on a query may come without being bound and planned. */
    @ParameterizedTest
    @MethodSource("cases")
    void answersTheSameByTheSameStatementWhenAskedAgain(Path folder) throws IOException {
        Path variables = folder.resolve("variables.json");
        var request =
                Requests.post(
                        Files.readString(folder.resolve("request.graphql")),
                        Files.exists(variables) ? Files.readString(variables) : "{}");
        Set<String> answers = new LinkedHashSet<>();
        Set<String> statements = new LinkedHashSet<>();
        for (int time = 1; time <= 4; time++) {
            sample.statements().forget();
            answers.add(Requests.text(sample.answer(sample.ada(), request)));
            statements.add(
                    sample.statements().all().stream()
                            .map(ExecutedStatement::text)
                            .toList()
                            .toString());
        }
        assertThat(answers).hasSize(1);
        assertThat(statements).hasSize(1);
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (IS_WRITING) {
            Files.writeString(expected, actual);
        } else {
            assertThat(actual).isEqualTo(Files.readString(expected));
        }
    }
}
