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
import kith.graphql.http.GraphqlHttpRequest;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleTenant;
import kith.runtime.sql.ExecutedStatement;
import kith.runtime.testing.SqlLayout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder with a request, the one statement that it becomes, and the answer. A refused request has
 * no statement of its own: at most the catalog's version is asked for. With {@code
 * -Dkith.cases=write} the expectations are written instead of compared.
 */
record ReadCase(Path folder) {

    private static final boolean IS_WRITING = "write".equals(System.getProperty("kith.cases"));
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The cases of a folder. */
    static List<ReadCase> in(Path folders) throws IOException {
        try (Stream<Path> cases = Files.list(folders)) {
            return cases.sorted().map(ReadCase::new).toList();
        }
    }

    void answersAsExpectedInOneStatement(SampleTenant sample) throws IOException {
        sample.statements().forget();

        GraphqlAnswer answer = sample.answer(sample.ada(), request());

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

    void answersTheSameByTheSameStatementWhenAskedAgain(SampleTenant sample) throws IOException {
        GraphqlHttpRequest request = request();
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

    private GraphqlHttpRequest request() throws IOException {
        Path variables = folder.resolve("variables.json");
        return Requests.post(
                Files.readString(folder.resolve("request.graphql")),
                Files.exists(variables) ? Files.readString(variables) : "{}");
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (IS_WRITING) {
            Files.writeString(expected, actual);
        } else {
            assertThat(actual).isEqualTo(Files.readString(expected));
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
