package kith.graphql.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.http.GraphqlHttpRequest;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests and answers as tests write and read them. */
public final class Requests {

    public static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    private static final JsonMapper JSON = new JsonMapper();

    private Requests() {}

    public static GraphqlHttpRequest post(String query) {
        return post(query, "{}");
    }

    /**
     * @param variables a JSON object
     */
    public static GraphqlHttpRequest post(String query, String variables) {
        return body(
                "{\"query\":%s,\"variables\":%s}"
                        .formatted(JSON.writeValueAsString(query), variables));
    }

    /** A POST of this text as JSON. */
    public static GraphqlHttpRequest body(String text) {
        return new GraphqlHttpRequest(
                "POST",
                Optional.of("application/json"),
                Optional.of("application/json"),
                Map.of(),
                text.getBytes(StandardCharsets.UTF_8),
                TRACE_ID);
    }

    /** Waits for the answer. */
    public static GraphqlAnswer answer(Mono<GraphqlAnswer> pending) {
        return Objects.requireNonNull(pending.block(Duration.ofSeconds(30)));
    }

    public static String text(GraphqlAnswer answer) {
        StringBuilder text = new StringBuilder();
        answer.body().forEach(chunk -> text.append(new String(chunk, StandardCharsets.UTF_8)));
        return text.toString();
    }

    public static JsonNode json(GraphqlAnswer answer) {
        return JSON.readTree(text(answer));
    }
}
