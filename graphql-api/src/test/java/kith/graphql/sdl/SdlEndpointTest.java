package kith.graphql.sdl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.graphql.GraphqlProblem;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.http.GraphqlHttpRequest;
import kith.graphql.testing.Requests;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SdlEndpointTest {

    private static final String SDL =
            """
            scalar DateTime
            scalar JSON
            type Query { shelf(name: String!): Shelf  broken: String  document(json: JSON): JSON }
            type Mutation { add(input: BookInput!): Book!  twice(input: BookInput!): Book! }
            input BookInput { title: String!  pages: Int }
            type Shelf { name: String!  isFull: Boolean!  since: DateTime!  books(first: Int = 2): [Book!]! }
            type Book { title: String!  note: String  pages: Int }
            """;

    private final SdlEndpoint<String> endpoint =
            new SdlEndpoint<>(
                    SDL,
                    new SdlWiring<String>()
                            .query("shelf", (caller, in) -> shelf(caller, in.text("name")))
                            .query("broken", (_, _) -> Mono.error(new IllegalStateException("x")))
                            .query("document", (_, in) -> Mono.justOrEmpty(in.values().get("json")))
                            .mutation("add", (_, in) -> added(in.object("input")))
                            .mutation("twice", (_, _) -> refusedTwice())
                            .field("Shelf", "books", Shelf.class, Shelf::books));

    /** A source of the test's schema. */
    public record Shelf(String name, boolean isFull, Instant since) {
        List<Book> books(Arguments arguments) {
            return List.of(new Book("A", Optional.of("n")), new Book("B", Optional.empty()))
                    .subList(0, arguments.integer("first"));
        }
    }

    /** A source of the test's schema. */
    public record Book(String title, Optional<String> note) {}

    private static Mono<Shelf> shelf(String caller, String name) {
        return name.equals("none")
                ? Mono.empty()
                : Mono.just(
                        new Shelf(
                                name + " of " + caller,
                                true,
                                Instant.parse("2026-01-31T12:00:00Z")));
    }

    private static Mono<Map<String, Object>> added(Arguments input) {
        return Mono.just(
                Map.of(
                        "title",
                        input.text("title"),
                        "pages",
                        input.optionalInteger("pages").orElse(0)));
    }

    private static Mono<Object> refusedTwice() {
        Problem one = Problem.of(GraphqlProblem.ARGUMENT_INVALID, "one").at("input", "title");
        Problem two =
                Problem.of(GraphqlProblem.ARGUMENT_INVALID, "two").hint("do").at("input", "pages");
        return Mono.error(new ProblemException(List.of(one, two)));
    }

    @Test
    void readsAccessorsOptionalsAndFieldsWithArguments() {
        assertThat(
                        data(
                                "{ shelf(name: \"s\") { name isFull since books { title note } one:"
                                        + " books(first: 1) { title } } }"))
                .isEqualTo(
                        json(
                                """
                                {"shelf":{"name":"s of ada","isFull":true,"since":"2026-01-31T12:00:00.000Z",
                                 "books":[{"title":"A","note":"n"},{"title":"B","note":null}],"one":[{"title":"A"}]}}
                                """));
    }

    @Test
    void answersNullWhereThereIsNothing() {
        assertThat(data("{ shelf(name: \"none\") { name } }")).isEqualTo(json("{\"shelf\":null}"));
    }

    @Test
    void passesInputObjects() {
        assertThat(data("mutation { add(input: { title: \"t\", pages: 3 }) { title pages } }"))
                .isEqualTo(json("{\"add\":{\"title\":\"t\",\"pages\":3}}"));
    }

    @Test
    void tellsEveryProblemWithItsPathInTheInput() {
        JsonNode answer = answer("mutation { again: twice(input: { title: \"t\" }) { title } }");

        assertThat(answer.get("errors"))
                .isEqualTo(
                        json(
                                """
                                [{"message":"one","path":["again","input","title"],"extensions":{"code":"ARGUMENT_INVALID",
                                  "kind":"INVALID","traceId":"0af7651916cd43dd8448eb211c80319c"}},
                                 {"message":"two","path":["again","input","pages"],"extensions":{"code":"ARGUMENT_INVALID",
                                  "kind":"INVALID","hint":"do","traceId":"0af7651916cd43dd8448eb211c80319c"}}]
                                """));
        assertThat(answer.get("data").isNull()).isTrue();
    }

    @Test
    void hidesAnUnknownFailureBehindTheTraceId() {
        JsonNode error = answer("{ broken }").get("errors").get(0);

        assertThat(error.get("message").asString()).doesNotContain("x\"");
        assertThat(error.get("extensions").get("code").asString()).isEqualTo("INTERNAL_ERROR");
        assertThat(error.get("extensions").get("traceId").asString()).isEqualTo(Requests.TRACE_ID);
    }

    @Test
    void hintsAtTheNearestField() {
        JsonNode error = answer("{ shelf(name: \"s\") { nmae } }").get("errors").get(0);

        assertThat(error.get("extensions").get("code").asString()).isEqualTo("GRAPHQL_INVALID");
        assertThat(error.get("extensions").get("hint").asString())
                .isEqualTo("Did you mean `name`?");
        assertThat(error.get("locations").get(0).get("line").asInt()).isEqualTo(1);
    }

    @Test
    void keepsNumbersOfJsonExact() {
        GraphqlAnswer answer =
                Requests.answer(
                        endpoint.handle(
                                "ada",
                                "test",
                                Requests.post(
                                        "query ($j: JSON) { document(json: $j) }",
                                        "{\"j\":{\"n\":0.10000000000000000000001,\"l\":[null,true]}}")));
        assertThat(Requests.text(answer))
                .isEqualTo(
                        "{\"data\":{\"document\":{\"n\":0.10000000000000000000001,\"l\":[null,true]}}}");
    }

    @Test
    void refusesAMutationByGet() {
        GraphqlAnswer answer =
                Requests.answer(
                        endpoint.handle(
                                "ada",
                                "test",
                                new GraphqlHttpRequest(
                                        "GET",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Map.of(
                                                "query",
                                                "mutation { add(input: { title: \"t\" }) { title } }"),
                                        new byte[0],
                                        Requests.TRACE_ID)));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "POST");
    }

    private JsonNode data(String query) {
        JsonNode answer = answer(query);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.get("data");
    }

    private JsonNode answer(String query) {
        GraphqlAnswer answer =
                Requests.answer(endpoint.handle("ada", "test", Requests.post(query)));
        return Requests.json(answer);
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
