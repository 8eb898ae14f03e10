package kith.server.live;

import java.io.ByteArrayOutputStream;
import java.util.Objects;
import kith.graphql.data.JsonMembers;
import kith.graphql.http.ErrorJson;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.http.GraphqlFailures;
import tools.jackson.databind.json.JsonMapper;

/** A request that was refused before anything was carried out; the errors stand in its answer. */
final class RefusedAnswer extends RuntimeException {

    private static final JsonMapper JSON = new JsonMapper();

    private final transient byte[] errors;

    private RefusedAnswer(byte[] errors) {
        super("refused", null, false, false);
        this.errors = errors;
    }

    static RefusedAnswer of(GraphqlAnswer answer) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        answer.body().forEach(whole::writeBytes);
        byte[] json = whole.toByteArray();
        return new RefusedAnswer(
                Objects.requireNonNull(JsonMembers.of(json).get("errors")).bytes(json));
    }

    /** The errors that a client is told of a failure, as a JSON array. */
    static byte[] errors(Throwable failure, String traceId) {
        return failure instanceof RefusedAnswer refused
                ? refused.errors
                : JSON.writeValueAsBytes(
                        GraphqlFailures.errors(failure, traceId, "a stream").stream()
                                .map(error -> ErrorJson.error(error, traceId))
                                .toList());
    }
}
