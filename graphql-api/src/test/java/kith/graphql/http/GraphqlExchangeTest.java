package kith.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.graphql.GraphqlProblem;
import kith.graphql.testing.Requests;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** The table of GraphQL over HTTP: what each request is answered with. */
class GraphqlExchangeTest {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String GRAPHQL = "application/graphql-response+json; charset=utf-8";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "application/json | application/json | {\"query\":\"{a}\"} | 200 | application/json",
                "- | application/json | {\"query\":\"{a}\"} | 200 | application/json",
                "*/* | application/json | {\"query\":\"{a}\"} | 200 | application/json",
                "application/* | application/json | {\"query\":\"{a}\"} | 200 | application/json",
                "application/graphql-response+json | application/json | {\"query\":\"{a}\"} | 200 | application/graphql-response+json",
                "application/graphql-response+json, application/json;q=0.9 | application/json | {\"query\":\"{a}\"} | 200 | application/graphql-response+json",
                "application/graphql-response+json;q=0.5, application/json | application/json | {\"query\":\"{a}\"} | 200 | application/json",
                "application/graphql-response+json, */*;q=0.1 | application/json | {\"query\":\"{a}\"} | 200 | application/graphql-response+json",
                "application/json, */* | application/json | {\"query\":\"{a}\"} | 200 | application/json",
                "application/json;q=0, */* | application/json | {\"query\":\"{a}\"} | 200 | application/graphql-response+json",
                "text/html | application/json | {\"query\":\"{a}\"} | 406 | application/json",
                "- | application/json; charset=utf-8 | {\"query\":\"{a}\"} | 200 | application/json",
                "- | application/json; charset=\"UTF-8\" | {\"query\":\"{a}\"} | 200 | application/json",
                "- | application/json; charset=iso-8859-1 | {\"query\":\"{a}\"} | 415 | application/json",
                "- | text/plain | {\"query\":\"{a}\"} | 415 | application/json",
                "- | application/x-www-form-urlencoded | query={a} | 415 | application/json",
                "- | - | {\"query\":\"{a}\"} | 415 | application/json",
                "- | application/json | '' | 400 | application/json",
                "- | application/json | { | 400 | application/json",
                "- | application/json | \"{a}\" | 400 | application/json",
                "- | application/json | null | 400 | application/json",
                "- | application/json | {} | 400 | application/json",
                "- | application/json | {\"query\":7} | 400 | application/json",
                "- | application/json | {\"query\":\" \"} | 400 | application/json",
                "- | application/json | {\"query\":\"{a}\",\"query\":\"{b}\"} | 400 | application/json",
                "- | application/json | {\"query\":\"{a}\"} {} | 400 | application/json",
                "- | application/json | [{\"query\":\"{a}\"}] | 400 | application/json",
                "- | application/json | {\"query\":\"{a}\",\"variables\":[]} | 400 | application/json",
                "- | application/json | {\"query\":\"{a}\",\"variables\":\"{}\"} | 400 | application/json",
                "- | application/json | {\"query\":\"{a}\",\"operationName\":1} | 400 | application/json",
                "- | application/json | {\"query\":\"{a}\",\"extensions\":1} | 400 | application/json",
                "- | application/json | {\"query\":\"{a}\",\"variables\":null,\"operationName\":null,\"extensions\":{},\"other\":1} | 200 | application/json",
                "application/graphql-response+json | application/json | {} | 400 | application/graphql-response+json",
            })
    void answersAPost(
            String accept, String contentType, String body, int status, String answeredType) {
        GraphqlAnswer answer =
                answer(
                        new GraphqlHttpRequest(
                                "POST",
                                Optional.ofNullable(accept),
                                Optional.ofNullable(contentType),
                                Map.of(),
                                body.getBytes(StandardCharsets.UTF_8),
                                Requests.TRACE_ID));

        assertThat(answer.status()).as(Requests.text(answer)).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo(answeredType + "; charset=utf-8");
        assertThat(Requests.json(answer).has("errors")).isEqualTo(status != 200);
        assertThat(answer.contentLength())
                .isEqualTo(Requests.text(answer).getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GET | {a} | - | 200",
                "GET | {a} | {\"x\":1} | 200",
                "GET | {a} | '' | 200",
                "GET | {a} | [1] | 400",
                "GET | {a} | { | 400",
                "GET | - | - | 400",
                "PUT | {a} | - | 405",
                "HEAD | {a} | - | 405",
                "DELETE | {a} | - | 405",
            })
    void answersOtherMethods(String method, String query, String variables, int status) {
        Map<String, String> parameters = new HashMap<>();
        if (query != null) {
            parameters.put("query", query);
        }
        if (variables != null) {
            parameters.put("variables", variables);
        }

        GraphqlAnswer answer =
                answer(
                        new GraphqlHttpRequest(
                                method,
                                Optional.empty(),
                                Optional.empty(),
                                parameters,
                                new byte[0],
                                Requests.TRACE_ID));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().get("Allow")).isEqualTo(status == 405 ? "GET, POST" : null);
    }

    @ParameterizedTest
    @CsvSource({
        "GRAPHQL_INVALID, 400, 200",
        "DOCUMENT_TOO_LARGE, 400, 200",
        "CATALOG_CHANGING, 503, 200",
        "INTERNAL_ERROR, 500, 200",
    })
    void tellsARefusalByItsStatusOnlyInGraphqlsOwnFormat(
            GraphqlProblem code, int graphqlStatus, int jsonStatus) {
        GraphqlRefusal refusal =
                new GraphqlRefusal(List.of(GraphqlError.of(Problem.of(code, "no"))));

        GraphqlAnswer graphql = failing("application/graphql-response+json", refusal);
        GraphqlAnswer json = failing("application/json", refusal);

        assertThat(graphql.status()).isEqualTo(graphqlStatus);
        assertThat(graphql.contentType()).isEqualTo(GRAPHQL);
        assertThat(json.status()).isEqualTo(jsonStatus);
        assertThat(json.contentType()).isEqualTo(JSON);
        assertThat(Requests.json(json).has("data")).isFalse();
    }

    @Test
    void answersProblemsOfTheExecutionWithNullAsData() {
        Problem one =
                Problem.of(GraphqlProblem.ARGUMENT_INVALID, "one")
                        .at("a", "data", 0, "b")
                        .hint("do");
        Problem two = Problem.of(GraphqlProblem.ARGUMENT_INVALID, "two");

        GraphqlAnswer answer =
                failing(
                        "application/graphql-response+json",
                        new ProblemException(List.of(one, two)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Requests.text(answer))
                .isEqualTo(
                        "{\"errors\":[{\"message\":\"one\",\"path\":[\"a\",\"data\",0,\"b\"],\"extensions\":{\"code\":\"ARGUMENT_INVALID\","
                                + "\"kind\":\"INVALID\",\"hint\":\"do\",\"traceId\":\"0af7651916cd43dd8448eb211c80319c\"}},"
                                + "{\"message\":\"two\",\"extensions\":{\"code\":\"ARGUMENT_INVALID\",\"kind\":\"INVALID\","
                                + "\"traceId\":\"0af7651916cd43dd8448eb211c80319c\"}}],\"data\":null}");
    }

    @Test
    void hidesWhatNobodyForesaw() {
        GraphqlAnswer answer =
                failing(
                        "application/graphql-response+json",
                        new IllegalStateException("password of the database"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(Requests.text(answer))
                .doesNotContain("password")
                .contains("INTERNAL_ERROR")
                .contains(Requests.TRACE_ID);
    }

    @Test
    void keepsNumbersOfVariablesExact() {
        GraphqlRequest request =
                RequestParser.parse(
                        Requests.body(
                                "{\"query\":\"{a}\",\"variables\":{\"d\":0.1000000000000000000001,\"e\":1e400,\"n\":null}}"));

        assertThat(request.variables())
                .containsEntry("d", new BigDecimal("0.1000000000000000000001"))
                .containsEntry("e", new BigDecimal("1e400"))
                .containsEntry("n", null);
    }

    private static GraphqlAnswer answer(GraphqlHttpRequest request) {
        return Requests.answer(
                GraphqlExchange.answer(
                        request,
                        "test",
                        _ ->
                                Mono.just(
                                        List.of(
                                                "{\"data\":".getBytes(StandardCharsets.UTF_8),
                                                "{\"a\":1}}".getBytes(StandardCharsets.UTF_8)))));
    }

    private static GraphqlAnswer failing(String accept, RuntimeException failure) {
        return Requests.answer(
                GraphqlExchange.answer(
                        new GraphqlHttpRequest(
                                "POST",
                                Optional.of(accept),
                                Optional.of("application/json"),
                                Map.of(),
                                "{\"query\":\"{a}\"}".getBytes(StandardCharsets.UTF_8),
                                Requests.TRACE_ID),
                        "test",
                        _ -> Mono.error(failure)));
    }
}
